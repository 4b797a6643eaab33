import { describe, expect, it } from 'vitest';
import { decideCover, decideReturn } from '../../../src/domain/coverage/cover.ts';
import { minuteOf } from '../../../src/domain/coverage/interval.ts';
import { NO_PLAN, type Plan } from '../../../src/domain/coverage/plan.ts';
import type { SupportWindow } from '../../../src/domain/hours.ts';
import type { Person } from '../../../src/domain/person.ts';
import { ANA, answering, BRUNO, CHLOE, complete, OUTSIDERS } from '../build.ts';

/** A Monday; support is there until 17:00, and wanted until 18:00. */
const NOW = new Date('2026-03-02T12:00:00Z');
const daily = (end: number): SupportWindow => ({ zone: 'UTC', days: [1, 2, 3, 4, 5], start: 540, end });
const account = answering(complete(), { 'support-hours': [daily(1020)] });
const PLAN: Plan = { ...NO_PLAN, target: [daily(1080)] };

const at = (text: string): Date => new Date(`2026-03-${text}:00Z`);
const gap = (from: string, to: string) => ({ from: minuteOf(at(from)), to: minuteOf(at(to)) });
const taken = (from: string, to: string, userId = 'UBRUNO'): Plan => ({
  ...PLAN,
  covers: [{ id: 'one', userId, from: at(from), to: at(to) }],
});

const TUESDAY = ['03T17:00', '03T18:00'] as const;

describe('C4: who covers a gap', () => {
  it.each([
    ['an admin', ANA],
    ['an editor', BRUNO],
    ['a viewer', CHLOE],
  ])('may be %s: it is their own time', (_, by) => {
    expect(decideCover(account, PLAN, { by, gap: gap(...TUESDAY) }, NOW)).toEqual({
      kind: 'taken',
      from: at('03T17:00'),
      to: at('03T18:00'),
    });
  });

  it.each(Object.entries(OUTSIDERS))('is not a %s', (_, by) => {
    expect(decideCover(account, PLAN, { by, gap: gap(...TUESDAY) }, NOW)).toEqual({
      kind: 'refused',
      refusal: { reason: 'no-access' },
    });
  });
});

describe('C4: a gap is covered', () => {
  const decide = (from: string, to: string, plan = PLAN, now = NOW) =>
    decideCover(account, plan, { by: ANA, gap: gap(from, to) }, now);
  const refused = (reason: string, more = {}) => ({ kind: 'refused', refusal: { reason, ...more } });

  it('from now on, if it has begun', () => {
    const now = new Date('2026-03-03T17:20:40Z');
    expect(decide(...TUESDAY, PLAN, now)).toEqual({ kind: 'taken', from: at('03T17:20'), to: at('03T18:00') });
  });

  it('in part, if that is what was offered, such as before it grew', () => {
    expect(decide('03T17:00', '03T17:30')).toMatchObject({ kind: 'taken' });
  });

  it.each([
    ['is over', '02T09:00', '02T10:00', PLAN, refused('over')],
    ['was taken by somebody else', ...TUESDAY, taken(...TUESDAY), refused('taken', { userId: 'UBRUNO' })],
    ['was taken in part', ...TUESDAY, taken('03T17:30', '03T18:00'), refused('taken', { userId: 'UBRUNO' })],
    ['is longer than what is open now', '03T16:59', '03T18:00', PLAN, refused('gone')],
    ['is not wanted any more', ...TUESDAY, { ...PLAN, target: [daily(1020)] }, refused('gone')],
    ['is no gap at all', '03T10:00', '03T11:00', PLAN, refused('gone')],
    ['ends before it begins', '03T18:00', '03T17:00', PLAN, refused('not-a-gap')],
    ['has no length', '03T17:00', '03T17:00', PLAN, refused('not-a-gap')],
    ['is longer than a week', '03T17:00', '10T17:01', PLAN, refused('not-a-gap')],
  ] as const)('not if it %s', (_, from, to, plan, expected) => {
    expect(decide(from, to, plan)).toEqual(expected);
  });

  it('not if it lies more than a year ahead, or is no time at all', () => {
    const far = { from: minuteOf(NOW) + 54 * 7 * 1440, to: minuteOf(NOW) + 54 * 7 * 1440 + 60 };
    for (const one of [far, { from: Number.NaN, to: 5 }, { from: 0.5, to: 1 }]) {
      expect(decideCover(account, PLAN, { by: ANA, gap: one }, NOW)).toEqual(refused('not-a-gap'));
    }
  });
});

describe('C4: a cover is handed back', () => {
  const plan = taken(...TUESDAY);
  const back = (by: Person, coverId = 'one', now = NOW) => decideReturn(account, plan, { by, coverId }, now).kind;

  it.each([
    ['whoever took it', BRUNO, 'returned'],
    ['an admin', ANA, 'returned'],
    ['a viewer who did not', CHLOE, 'refused'],
  ])('by %s: %s', (_, by, expected) => {
    expect(back(by)).toBe(expected);
  });

  it('once, and not when it is over', () => {
    expect(back(BRUNO, 'another')).toBe('refused');
    expect(back(BRUNO, 'one', at('03T18:00'))).toBe('refused');
    expect(back(BRUNO, 'one', at('03T17:59'))).toBe('returned');
  });
});
