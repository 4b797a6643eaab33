import { describe, expect, it } from 'vitest';
import {
  asksSo,
  CONFIRM_EVERY,
  decideConfirm,
  firstConfirmation,
  isUnconfirmed,
  nextAsk,
} from '../../src/domain/confirmation.ts';
import { answering, complete, HOUR, later, launched, NOW } from './build.ts';

const DAY = 24 * HOUR;
/** Confirmed by Ana so many days ago. */
const confirmed = (days: number, account = complete()) => {
  const at = later(-days * DAY);
  return { ...account, confirmed: { at, by: 'UANA', until: new Date(at.getTime() + CONFIRM_EVERY) } };
};

describe('C9: details that are all there', () => {
  it.each([
    ['are unconfirmed as long as nobody has said that they hold', complete({ confirmed: null }), true],
    ['hold on the day on which somebody said so', confirmed(0), false],
    ['hold for ninety days', confirmed(90 - 1 / 24), false],
    ['are unconfirmed after ninety days', confirmed(90), true],
    ['are not asked about while something is missing', answering(confirmed(200), { 'ops-platform': [] }), false],
    ['hold in production as well', confirmed(10, launched()), false],
  ])('%s', (_, account, unconfirmed) => {
    expect(isUnconfirmed(account, NOW)).toBe(unconfirmed);
  });

  it.each([
    ['when they stop to count as true', -1, 0, 0],
    ['a week later, unless somebody has answered', 0, 7, 1],
    ['two weeks after that', 7, 21, 2],
    ['never again after that', 21, null, 3],
    ['once, where several asks were missed', 10, 21, 2],
  ])('are asked about %s', (_, day, next, asked) => {
    const until = NOW;
    expect(nextAsk(until, later(day * DAY))).toEqual(next === null ? null : later(next * DAY));
    expect(asksSo(until, later(day * DAY))).toBe(asked);
  });
});

describe('C9: whoever confirms', () => {
  it('says so for as long as was agreed', () => {
    expect(decideConfirm(confirmed(100), 'UBRUNO', NOW, 30 * DAY)).toEqual({
      kind: 'confirmed',
      confirmation: { at: NOW, by: 'UBRUNO', until: later(30 * DAY) },
    });
  });

  it('hears who has confirmed already, on the same day', () => {
    const account = confirmed(0.9);
    expect(decideConfirm(account, 'UBRUNO', NOW, CONFIRM_EVERY)).toEqual({
      kind: 'already',
      confirmation: account.confirmed,
    });
    expect(decideConfirm(confirmed(1), 'UBRUNO', NOW, CONFIRM_EVERY).kind).toBe('confirmed');
  });

  it('confirms nothing that is not there', () => {
    const account = answering(confirmed(100), { 'ops-platform': [], 'support-hours': [] });
    expect(decideConfirm(account, 'UANA', NOW, CONFIRM_EVERY)).toEqual({
      kind: 'incomplete',
      missing: ['ops-platform', 'support-hours'],
    });
  });

  it('has done so with the edit that completes the sheet for the first time, and with no other', () => {
    const first = { at: NOW, by: 'UANA', until: later(CONFIRM_EVERY) };
    const fresh = complete({ confirmed: null });
    expect(firstConfirmation(fresh, [], 'UANA', NOW, CONFIRM_EVERY)).toEqual(first);
    expect(firstConfirmation(fresh, ['ops-users'], 'UANA', NOW, CONFIRM_EVERY)).toBeNull();
    expect(firstConfirmation(confirmed(100), [], 'UANA', NOW, CONFIRM_EVERY)).toBeNull();
  });
});
