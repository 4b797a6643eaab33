import type { AccessRequest, RequestState } from './request.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long requests wait, in milliseconds after they were made (A4). */
export interface Patience {
  /** When the admins are reminded. */
  reminders: readonly number[];
  /** When an unanswered request ends. */
  expiry: number;
}

export const PATIENCE: Patience = { reminders: [4 * HOUR, DAY, 3 * DAY], expiry: 7 * DAY };

/** A request whose time is over is not pending, even before anybody has written that down. */
export const stateAt = ({ state, expiresAt }: AccessRequest, now: Date): RequestState =>
  state === 'pending' && now >= expiresAt ? 'expired' : state;

/** For how many days a request waits for an answer. */
export const daysToAnswer = ({ requestedAt, expiresAt }: AccessRequest): number =>
  Math.max(1, Math.round((expiresAt.getTime() - requestedAt.getTime()) / DAY));

/** Whom a reminder goes to: further each time, so that no request hangs on one person. */
export const ESCALATION = ['reviewers', 'every-admin', 'every-admin-and-owner'] as const;

export type Escalation = (typeof ESCALATION)[number];

export type RequestStep =
  /** `reminded` is the number that the request carries afterwards: who is shown it late is not reminded in the same breath. */
  | { kind: 'announce'; reminded: number }
  | { kind: 'remind'; reminded: number; to: Escalation }
  | { kind: 'expire' }
  | { kind: 'tell' }
  | { kind: 'wait' };

/** What is due for a request now (A4). Reminders that were missed become the latest one: a burst is never replayed. */
export function requestStep(request: AccessRequest, now: Date, patience: Patience = PATIENCE): RequestStep {
  if (request.state !== 'pending') return { kind: request.told ? 'wait' : 'tell' };
  if (stateAt(request, now) === 'expired') return { kind: 'expire' };
  const waited = now.getTime() - request.requestedAt.getTime();
  const reminded = patience.reminders.filter((after) => waited >= after).length;
  if (!request.announced) return { kind: 'announce', reminded };
  if (reminded <= request.reminded) return { kind: 'wait' };
  return { kind: 'remind', reminded, to: ESCALATION[Math.min(reminded, ESCALATION.length) - 1] as Escalation };
}

/** When something is due for the request next; null when it is over and who asked has heard so. */
export function requestDue(request: AccessRequest, patience: Patience = PATIENCE): Date | null {
  const { state, told, announced, requestedAt, expiresAt, decidedAt, reminded } = request;
  if (state !== 'pending') return told ? null : (decidedAt ?? requestedAt);
  if (!announced) return requestedAt;
  const reminder = requestedAt.getTime() + (patience.reminders[reminded] ?? Number.POSITIVE_INFINITY);
  return new Date(Math.min(reminder, expiresAt.getTime()));
}
