import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessRequest, REQUEST_STATES } from '../../src/domain/request.ts';
import {
  ESCALATION,
  PATIENCE,
  type Patience,
  type RequestStep,
  requestDue,
  requestStep,
} from '../../src/domain/waiting.ts';
import { HOUR, later, NOW } from './build.ts';

const DAY = 24 * HOUR;

/** A request that was made now, so that every other moment is how long it has waited. */
const request = (facts: Partial<AccessRequest> = {}): AccessRequest => ({
  ...{ id: 'request-1', accountId: 'account-1', forUser: 'UDIEGO', by: 'UDIEGO', role: 'editor', reason: 'Menus.' },
  ...{ endsAt: null, state: 'pending', requestedAt: NOW, decidedBy: null, decidedAt: null, note: null },
  ...{ announced: true, reminded: 0, told: false },
  expiresAt: new Date((facts.requestedAt ?? NOW).getTime() + 7 * DAY),
  ...facts,
});

const first = { kind: 'remind', reminded: 1, to: 'reviewers' } as const;
const second = { kind: 'remind', reminded: 2, to: 'every-admin' } as const;
const third = { kind: 'remind', reminded: 3, to: 'every-admin-and-owner' } as const;
const wait = { kind: 'wait' } as const;

describe('what is due for a request', () => {
  it('A4: is a reminder after 4 hours, a day and 3 days, and its end after 7', () => {
    expect(PATIENCE).toEqual({ reminders: [4 * HOUR, DAY, 3 * DAY], expiry: 7 * DAY });
  });

  it.each<[string, Partial<AccessRequest>, number, RequestStep]>([
    ['that nobody was shown: to be shown', { announced: false }, 0, { kind: 'announce', reminded: 0 }],
    [
      'that nobody was shown for days: to be shown, and no reminder',
      { announced: false },
      4 * DAY,
      { kind: 'announce', reminded: 3 },
    ],
    ['that was shown: nothing', {}, 0, wait],
    ['just before the first reminder: nothing', {}, 4 * HOUR - 1, wait],
    ['after 4 hours: a reminder to those who decide', {}, 4 * HOUR, first],
    ['reminded of once: nothing', { reminded: 1 }, DAY - 1, wait],
    ['after a day: a reminder to every admin', { reminded: 1 }, DAY, second],
    ['reminded of twice: nothing', { reminded: 2 }, 3 * DAY - 1, wait],
    ['after 3 days: a reminder to every admin and the owners', { reminded: 2 }, 3 * DAY, third],
    ['reminded of three times: nothing', { reminded: 3 }, 7 * DAY - 1, wait],
    ['of which two reminders were missed: the latest one', {}, 3 * DAY, third],
    ['of which one reminder was missed: the latest one', {}, DAY, second],
    ['of which the second reminder was missed: the third', { reminded: 1 }, 5 * DAY, third],
    ['after 7 days: its end', { reminded: 3 }, 7 * DAY, { kind: 'expire' }],
    ['that nobody was shown or reminded of in 7 days: its end', { announced: false }, 8 * DAY, { kind: 'expire' }],
    ...REQUEST_STATES.filter((state) => state !== 'pending').flatMap(
      (state): [string, Partial<AccessRequest>, number, RequestStep][] => [
        [`that is ${state}: to be told`, { state }, 8 * DAY, { kind: 'tell' }],
        [`that is ${state} and told: nothing`, { state, told: true, announced: false }, 8 * DAY, wait],
      ],
    ),
  ])('A4: %s', (_, facts, waited, step) => {
    expect(requestStep(request(facts), later(waited))).toEqual(step);
  });

  it.each<[string, Partial<AccessRequest>, Date | null]>([
    ['that nobody was shown: at once', { announced: false }, NOW],
    ['that was shown: after 4 hours', {}, later(4 * HOUR)],
    ['reminded of once: after a day', { reminded: 1 }, later(DAY)],
    ['reminded of twice: after 3 days', { reminded: 2 }, later(3 * DAY)],
    ['reminded of three times: after 7 days', { reminded: 3 }, later(7 * DAY)],
    ['that is decided: when it was', { state: 'denied', decidedAt: later(HOUR) }, later(HOUR)],
    ['that is decided and told: never', { state: 'denied', decidedAt: later(HOUR), told: true }, null],
  ])('A4: is due, of one %s', (_, facts, due) => {
    expect(requestDue(request(facts))).toEqual(due);
  });

  const patience: fc.Arbitrary<Patience> = fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 6 }), fc.integer({ min: 1, max: 200 }))
    .map(([reminders, expiry]) => ({ reminders: reminders.sort((one, other) => one - other), expiry }));
  const state = fc.record({
    state: fc.constantFrom(...REQUEST_STATES),
    announced: fc.boolean(),
    told: fc.boolean(),
    reminded: fc.nat({ max: 6 }),
  });

  it('A4: is there from the moment on at which it is due, and not before', () => {
    fc.assert(
      fc.property(state, patience, fc.nat({ max: 400 }), (facts, times, waited) => {
        const decidedAt = facts.state === 'pending' ? null : NOW;
        const one = request({ ...facts, decidedAt, expiresAt: later(times.expiry) });
        const due = requestDue(one, times);
        const isDue = due !== null && due <= later(waited);
        expect(requestStep(one, later(waited), times).kind !== 'wait').toBe(isDue);
      }),
      { numRuns: 2000 },
    );
  });

  it('A4: however late it is done, comes to an end: reminders only grow, and go further each time', () => {
    const delays = fc.infiniteStream(fc.nat({ max: 90 }));
    fc.assert(
      fc.property(patience, delays, (times, late) => {
        let one = request({ announced: false, expiresAt: later(times.expiry) });
        const reminders: number[] = [];
        let at = NOW;
        for (let due: Date | null = NOW; due !== null; due = requestDue(one, times)) {
          at = new Date(Math.max(at.getTime(), due.getTime()) + (late.next().value as number));
          const step = requestStep(one, at, times);
          if (step.kind === 'announce') one = { ...one, announced: true, reminded: step.reminded };
          else if (step.kind === 'expire') one = { ...one, state: 'expired', decidedAt: at };
          else if (step.kind === 'tell') one = { ...one, told: true };
          else if (step.kind === 'remind') {
            expect(step.reminded).toBeGreaterThan(one.reminded);
            expect(at.getTime() - NOW.getTime()).toBeGreaterThanOrEqual(times.reminders[step.reminded - 1] ?? Infinity);
            expect(step.to).toBe(ESCALATION[Math.min(step.reminded, 3) - 1]);
            reminders.push(step.reminded);
            one = { ...one, reminded: step.reminded };
          } else throw new Error('something was due, and nothing is to be done');
        }
        expect(one).toMatchObject({ state: 'expired', told: true });
        expect(at.getTime() - NOW.getTime()).toBeGreaterThanOrEqual(times.expiry);
        expect(reminders.length).toBeLessThanOrEqual(times.reminders.length);
      }),
      { numRuns: 500 },
    );
  });
});
