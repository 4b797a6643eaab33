import { describe, expect, it } from 'vitest';
import { NO_PLAN } from '../../src/domain/coverage/plan.ts';
import { drawnWeek } from '../../src/domain/coverage/report.ts';
import { ALWAYS } from '../../src/domain/coverage/target.ts';
import type { SupportWindow } from '../../src/domain/hours.ts';
import { png } from '../../src/picture/png.ts';
import { weekSvg } from '../../src/picture/week-svg.ts';
import { wordsOf } from '../../src/slack/coverage/picture.ts';
import { viewerOf } from '../../src/slack/viewer.ts';
import { answering, complete } from '../domain/build.ts';

const NIGHTS: SupportWindow = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 720 };
const account = answering(complete(), { 'support-hours': [NIGHTS] });
const plan = { ...NO_PLAN, target: ALWAYS };

function drawn(zone: string, at: string, locale = 'en-US', own = plan): string {
  const now = new Date(at);
  const person = { userId: 'UANA', name: 'Ana', standing: 'member', locale, zone, isOwner: false } as const;
  const week = drawnWeek(account, own, zone, now);
  return weekSvg(week, wordsOf(week, now, viewerOf(person, account, now)));
}

const numbers = (svg: string, kind: string, name: 'x' | 'y' | 'width'): number[] =>
  [...svg.matchAll(new RegExp(`<rect class="${kind}"[^>]*? ${name}="([\\d.]+)"`, 'g'))].map((match) =>
    Number(match[1]),
  );

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

/** Hours of each of the seven bars, the longest being given. */
function hoursOf(svg: string, longest: number): number[] {
  const widths = numbers(svg, 'day', 'width');
  return widths.map((width) => Math.round((width / Math.max(...widths)) * longest * 100) / 100);
}

const NORMAL = [24, 24, 24, 24, 24, 24, 24];
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1] ?? '');

describe('C3: the picture of a week', () => {
  it.each([
    ['a usual week', 'Europe/Berlin', '2026-03-18T12:00:00Z', 24, NORMAL],
    ['Berlin in spring', 'Europe/Berlin', '2026-03-25T12:00:00Z', 24, [24, 24, 24, 24, 24, 24, 23]],
    ['New York in autumn', 'America/New_York', '2026-10-28T12:00:00Z', 25, [24, 24, 24, 24, 24, 24, 25]],
    ['Lord Howe in autumn', 'Australia/Lord_Howe', '2026-04-01T12:00:00Z', 24.5, [24, 24, 24, 24, 24, 24, 24.5]],
    ['Lord Howe in spring', 'Australia/Lord_Howe', '2026-10-01T12:00:00Z', 24, [24, 24, 24, 24, 24, 24, 23.5]],
    ['Santiago, which has no midnight', 'America/Santiago', '2026-09-02T12:00:00Z', 24, [24, 24, 24, 24, 24, 24, 23]],
  ])('has a bar for every day, as long as it is: %s', (_, zone, at, longest, expected) => {
    expect(hoursOf(drawn(zone, at), longest)).toEqual(expected);
  });

  it('leaves out what the calendar left out: Apia had no 30 December 2011', () => {
    const svg = drawn('Pacific/Apia', '2011-12-28T12:00:00Z');
    expect(numbers(svg, 'day', 'width')).toHaveLength(6);
    expect(texts(svg)).toContain('The calendar skips this day');
  });

  it.each([
    ['Europe/Berlin', '2026-03-25T12:00:00Z', 23, [0, 6, 12, 18, 24]],
    ['America/New_York', '2026-10-28T12:00:00Z', 25, [0, 6, 12, 18, 24]],
  ])('says what o’clock it is on the day of a change: %s', (zone, at, length, hours) => {
    const read = texts(drawn(zone, at));
    expect(read).toContain(`${length} h`);
    // The hours of the usual days, and once more those of that day.
    expect(read.filter((text) => /^\d+$/.test(text)).map(Number)).toEqual([...hours, ...hours]);
  });

  it('puts an hour where it is on the day of a change: 6 o’clock is five hours after a midnight in March', () => {
    const svg = drawn('Europe/Berlin', '2026-03-25T12:00:00Z');
    const at = [...svg.matchAll(/<text x="([\d.]+)" [^>]*>(\d+)</g)].filter((match) => match[2] === '6');
    const [left = 0] = numbers(svg, 'day', 'x');
    const hour = (numbers(svg, 'day', 'width')[0] ?? 0) / 24;
    expect(at.map((match) => Math.round((Number(match[1]) - left) / hour))).toEqual([6, 5]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-25T12:00:00Z'],
    ['America/New_York', '2026-10-28T12:00:00Z'],
    ['Asia/Kathmandu', '2026-03-04T12:00:00Z'],
  ])('covers and leaves dark each minute of the target once: %s', (zone, at) => {
    const svg = drawn(zone, at);
    const [all, covered, gaps] = ['day', 'covered', 'gap'].map((kind) => sum(numbers(svg, kind, 'width')));
    expect((covered ?? 0) + (gaps ?? 0)).toBeCloseTo(all ?? 0, 0);
    // Twelve hours a day by UTC, of which a change takes none.
    expect(covered).toBeGreaterThan(0.4 * (all ?? 0));
    expect(covered).toBeLessThan(0.6 * (all ?? 0));
  });

  it('tells a gap from what is covered, and both from the rest, without colour', () => {
    const svg = drawn('UTC', '2026-03-04T12:00:00Z', 'en-US', {
      ...plan,
      target: [{ ...NIGHTS, start: 360, end: 1080 }],
    });
    expect(svg).toMatch(/<rect class="gap"[^>]* fill="url\(#hatch\)" stroke=/);
    expect(svg).toMatch(/<rect class="covered"[^>]* fill="#1264a3"\/>/);
    expect(sum(numbers(svg, 'gap', 'width'))).toBeCloseTo(sum(numbers(svg, 'day', 'width')) / 4, 0);
  });

  it('marks now, on its day and at its time', () => {
    const svg = drawn('UTC', '2026-03-04T12:00:00Z');
    const marks = [...svg.matchAll(/<g class="now"><path d="M([\d.]+) ([\d.]+)v/g)];
    const [left = 0] = numbers(svg, 'day', 'x');
    const [width = 0] = numbers(svg, 'day', 'width');
    expect(marks).toHaveLength(1);
    expect(Number(marks[0]?.[1])).toBeCloseTo(left + width / 2, 0);
    expect(Number(marks[0]?.[2])).toBe((numbers(svg, 'day', 'y')[2] ?? 0) - 7);
  });

  it('speaks the language of its reader', () => {
    expect(texts(drawn('America/Sao_Paulo', '2026-03-04T12:00:00Z', 'pt-BR'))).toEqual(
      expect.arrayContaining(['2 de março a 8 de março', 'seg 2', 'Coberto', 'Lacuna: sem ninguém', 'Agora']),
    );
  });

  it('stays in its frame', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York']) {
      const svg = drawn(zone, zone === 'Europe/Berlin' ? '2026-03-25T12:00:00Z' : '2026-10-28T12:00:00Z');
      const rights = numbers(svg, 'day', 'x').map((x, place) => x + (numbers(svg, 'day', 'width')[place] ?? 0));
      expect(Math.max(...rights)).toBeLessThan(720);
    }
  });

  it('becomes a PNG with two points for each, of bounded size', async () => {
    const svg = drawn('Europe/Berlin', '2026-03-25T12:00:00Z', 'pt-BR');
    const picture = Buffer.from(await png(svg));
    expect(picture.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(picture.subarray(-8, -4).toString('latin1')).toBe('IEND');
    expect(picture.readUInt32BE(16)).toBe(1440);
    expect(picture.readUInt32BE(20)).toBeLessThan(1600);
    expect(picture.length).toBeGreaterThan(20_000);
    expect(picture.length).toBeLessThan(200_000);
  });
});
