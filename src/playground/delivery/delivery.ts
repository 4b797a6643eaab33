import type { Json, JsonObject } from '../protocol.ts';

/** Something for the app, in the words of Socket Mode; over HTTP the kind decides how it is written. */
export interface Parcel {
  kind: 'slash_commands' | 'interactive' | 'events_api';
  payload: JsonObject;
  retry?: { number: number; reason: string };
}

/** What became of it. Slack waits for three seconds. */
export type Outcome =
  | { kind: 'acknowledged'; body: Json }
  | { kind: 'timeout' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; status: number };

/** The way to the app. */
export interface Delivery {
  transport: 'http' | 'socket';
  connected(): boolean;
  deliver(parcel: Parcel): Promise<Outcome>;
}

/** Milliseconds. */
export const ACK_WITHIN = 3000;

/** Aborts when the time is up. */
export type Deadline = (milliseconds: number) => AbortSignal;
