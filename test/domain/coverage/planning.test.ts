import { describe, expect, it } from 'vitest';
import { minuteOf } from '../../../src/domain/coverage/interval.ts';
import {
  type Country,
  hoursOf,
  type NamedException,
  NO_PLAN,
  type Plan,
  targetOf,
} from '../../../src/domain/coverage/plan.ts';
import {
  coming,
  countryProblem,
  decideException,
  type ExceptionDraft,
  LONGEST_EXCEPTION_NAME,
  MOST_A_DATE,
  MOST_COUNTRIES,
  MOST_EXCEPTIONS,
  sameTarget,
} from '../../../src/domain/coverage/planning.ts';
import { ALWAYS, gaps } from '../../../src/domain/coverage/target.ts';
import type { SupportWindow } from '../../../src/domain/hours.ts';
import { answering, complete } from '../build.ts';

/** A Monday; in Auckland it is Tuesday already. */
const NOW = new Date('2026-03-02T12:00:00Z');
const SAO = 'America/Sao_Paulo';
const WEEKLY: SupportWindow[] = [{ zone: SAO, days: [1, 2, 3, 4, 5], start: 540, end: 1080 }];

const draft = (more: Partial<ExceptionDraft> = {}): ExceptionDraft => ({
  ...{ zone: SAO, date: '2026-12-25', closed: true, start: null, end: null, name: 'Christmas' },
  ...more,
});
const hours = (start: number | null, end: number | null, more: Partial<ExceptionDraft> = {}) =>
  draft({ closed: false, start, end, ...more });

const closed = (date: string, zone = SAO): NamedException => ({
  id: `${zone} ${date}`,
  zone,
  date,
  closed: true,
  name: '',
});
const open = (date: string, start: number): NamedException => ({
  id: `${date} ${start}`,
  zone: SAO,
  date,
  start,
  end: 720,
  name: '',
});
const planned = (...exceptions: NamedException[]): Plan => ({ ...NO_PLAN, exceptions });
const many = (count: number, make: (place: number) => NamedException) =>
  Array.from({ length: count }, (_, n) => make(n));

const decide = (one: ExceptionDraft, plan: Plan = NO_PLAN) => decideException(one, plan, WEEKLY, NOW);
const reasons = (one: ExceptionDraft, plan?: Plan) => {
  const decision = decide(one, plan);
  return decision.kind === 'refused' ? decision.problems.map(({ field, reason }) => `${field}: ${reason}`) : [];
};

describe('C2: an exception', () => {
  it('of a closed day or of special hours is added before it happens, today and two years ahead too', () => {
    expect(decide(draft({ name: '  Christmas   Day ' }))).toMatchObject({
      kind: 'accepted',
      exception: { zone: SAO, date: '2026-12-25', closed: true, name: 'Christmas Day' },
    });
    expect(decide(hours(600, 0, { date: '2026-03-02', name: '' }))).toMatchObject({
      exception: { zone: SAO, date: '2026-03-02', start: 600, end: 0, name: '' },
    });
    expect(decide(draft({ date: '2028-03-02' })).kind).toBe('accepted');
  });

  it.each([
    ['without a zone', draft({ zone: null }), ['zone: zone-missing']],
    ['in an offset', draft({ zone: '+03:00' }), ['zone: zone-unknown']],
    ['without a date', draft({ date: null }), ['date: date-missing']],
    ['on a date that is none', draft({ date: '2027-02-29' }), ['date: date-unknown']],
    ['of yesterday', draft({ date: '2026-03-01' }), ['date: date-past']],
    [
      'of today where it is tomorrow already',
      draft({ zone: 'Pacific/Auckland', date: '2026-03-02' }),
      ['date: date-past'],
    ],
    ['in more than two years', draft({ date: '2028-03-03' }), ['date: date-too-far']],
    ['of other hours without any', hours(null, null), ['start: time-missing', 'end: time-missing']],
    ['of hours that a clock does not show', hours(1440, 1441), ['start: time-missing', 'end: time-missing']],
    ['with too long a reason', draft({ name: 'x'.repeat(LONGEST_EXCEPTION_NAME + 1) }), ['name: name-too-long']],
    [
      'with nothing right',
      hours(null, 9, { zone: null, date: null }),
      ['zone: zone-missing', 'date: date-missing', 'start: time-missing'],
    ],
  ])('%s is refused, with the reason at its field', (_, one, problems) => {
    expect(reasons(one)).toEqual(problems);
  });

  it.each([
    ['a day that is closed already', draft(), planned(closed('2026-12-25')), ['date: closed-already']],
    [
      'hours on a day that is closed: closed wins',
      hours(600, 720),
      planned(closed('2026-12-25')),
      ['date: closed-already'],
    ],
    [
      'the same under another name of the zone',
      draft({ zone: 'Brazil/East' }),
      planned(closed('2026-12-25')),
      ['date: closed-already'],
    ],
    ['the same hours twice', hours(600, 720), planned(open('2026-12-25', 600)), ['start: hours-already']],
    [
      'more hours than a date can have',
      hours(660, 720),
      planned(...many(MOST_A_DATE, (n) => open('2026-12-25', n))),
      ['start: too-many-hours'],
    ],
    [
      'more than an account can have',
      draft(),
      planned(...many(MOST_EXCEPTIONS, () => closed('2026-12-24'))),
      ['date: too-many-exceptions'],
    ],
    ['a closed day over special hours', draft(), planned(open('2026-12-25', 600)), []],
    ['other hours on the same date', hours(780, 900), planned(open('2026-12-25', 600)), []],
    ['the same date in another zone', draft({ zone: 'Europe/Berlin' }), planned(closed('2026-12-25')), []],
    ['one where the others are over', draft(), planned(...many(MOST_EXCEPTIONS, () => closed('2026-02-28'))), []],
  ])('beside what is there: %s', (_, one, plan, problems) => {
    expect(reasons(one, plan)).toEqual(problems);
  });

  it('in a zone without weekly hours says that nothing changes there, unless it opens something', () => {
    expect(decide(draft({ zone: 'Europe/Berlin' }))).toMatchObject({ effect: 'none' });
    expect(decide(hours(600, 720, { zone: 'Europe/Berlin' }))).toMatchObject({ effect: 'some' });
    expect(decide(draft())).toMatchObject({ effect: 'some' });
  });

  it.each([
    ['the shift of the evening before', [], 360],
    ['none, if the day before is closed', [closed('2026-12-24')], null],
    ['the special hours of the day before instead', [{ ...open('2026-12-24', 1200), end: 120 } as NamedException], 120],
  ])('says what of the evening before stays: %s', (_, exceptions, tail) => {
    const nights: SupportWindow[] = [{ zone: SAO, days: [4], start: 1320, end: 360 }];
    expect(decideException(draft(), planned(...exceptions), nights, NOW)).toMatchObject({ tail });
    expect(decideException(draft({ date: '2026-12-26' }), planned(...exceptions), nights, NOW)).toMatchObject({
      tail: null,
    });
  });

  it('is listed until its day is over in its zone, the next one first', () => {
    const list = [
      closed('2026-12-25'),
      closed('2026-03-01'),
      closed('2026-03-02', 'Pacific/Auckland'),
      closed('2026-03-02'),
    ];
    expect(coming(list, NOW).map(({ id }) => id)).toEqual([`${SAO} 2026-03-02`, `${SAO} 2026-12-25`]);
  });
});

describe('C1: the target hours', () => {
  const account = answering(complete(), { 'support-hours': WEEKLY });
  const day = { from: minuteOf(new Date('2026-12-25T03:00:00Z')), to: minuteOf(new Date('2026-12-26T03:00:00Z')) };
  const dark = (plan: Plan) => gaps(hoursOf(account, plan), targetOf(account, plan), day);

  it('are the weekly hours until somebody says otherwise: what is closed by design is no gap, a holiday is one', () => {
    expect(dark(NO_PLAN)).toEqual([]);
    expect(dark(planned(closed('2026-12-25')))).toEqual([{ from: day.from + 540, to: day.from + 1080 }]);
  });

  it('round the clock make a gap of every closed hour', () => {
    expect(dark({ ...NO_PLAN, target: ALWAYS })).toHaveLength(2);
  });

  it('are the same whatever the order of their windows', () => {
    const [one, other] = [WEEKLY[0] as SupportWindow, { ...WEEKLY[0], zone: 'UTC' } as SupportWindow];
    expect(sameTarget([one, other], [other, one])).toBe(true);
    expect(sameTarget([one], [other])).toBe(false);
    expect(sameTarget(null, [])).toBe(false);
    expect(sameTarget(null, null)).toBe(true);
  });
});

describe('C2: the countries', () => {
  it('are ten at most, each once; a region is one of its own', () => {
    const countries: Country[] = [{ country: 'BR', region: '' }];
    expect(countryProblem({ country: 'BR', region: '' }, { ...NO_PLAN, countries })).toBe('country-already');
    expect(countryProblem({ country: 'BR', region: 'SP' }, { ...NO_PLAN, countries })).toBeNull();
    const full = Array.from({ length: MOST_COUNTRIES }, (_, n) => ({ country: 'DE', region: String(n) }));
    expect(countryProblem({ country: 'BR', region: '' }, { ...NO_PLAN, countries: full })).toBe('too-many-countries');
  });
});
