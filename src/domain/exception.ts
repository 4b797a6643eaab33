/**
 * What is different on one date. It replaces every weekly window of its zone that starts on that local date; the tail of
 * the evening before stays. A holiday is a closed day; several special hours on a date are united; closed wins.
 */
export type Exception = ClosedDay | SpecialHours;

export interface ClosedDay {
  /** IANA zone. */
  zone: string;
  /** The local date, `YYYY-MM-DD`. */
  date: string;
  closed: true;
}

export interface SpecialHours {
  zone: string;
  date: string;
  /** Minutes after local midnight, 0 to 1439. */
  start: number;
  /** Minutes after local midnight, 0 to 1440. Not after the start: the hours end on the next day (equal: 24 hours). */
  end: number;
}

export const isClosedDay = (exception: Exception): exception is ClosedDay => 'closed' in exception;
