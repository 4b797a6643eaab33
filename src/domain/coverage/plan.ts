import type { Account } from '../account.ts';
import type { Exception } from '../exception.ts';
import type { Hours } from './coverage.ts';
import { type Interval, minuteOf } from './interval.ts';
import type { Target } from './target.ts';

/** An exception as somebody entered it, or took it over from a country's holidays. */
export type NamedException = Exception & {
  id: string;
  /** Why, such as the name of a holiday; may be blank. */
  name: string;
};

/** Somebody's promise to cover a gap (C4). */
export interface Cover {
  id: string;
  userId: string;
  from: Date;
  to: Date;
}

/** A country, or one of its regions, whose holidays are offered. */
export interface Country {
  /** ISO 3166-1, such as `BR`. */
  country: string;
  /** As the holiday calendar names it, such as `SP`; blank for the whole country. */
  region: string;
}

/** What an account says of its coverage, besides the weekly hours of its sheet. */
export interface Plan {
  exceptions: readonly NamedException[];
  covers: readonly Cover[];
  /** The hours that are meant to be covered; null while nobody has said so. */
  target: Target | null;
  countries: readonly Country[];
}

export const NO_PLAN: Plan = { exceptions: [], covers: [], target: null, countries: [] };

/** When support is there: the weekly hours, what is different on some dates, and who covers a gap. */
export const hoursOf = (account: Account, { exceptions, covers }: Plan): Hours => ({
  windows: account.sheet['support-hours'],
  exceptions,
  covers: covers.map(coverInterval),
});

export const coverInterval = ({ from, to }: Pick<Cover, 'from' | 'to'>): Interval => ({
  from: minuteOf(from),
  to: minuteOf(to),
});

/**
 * What is meant to be covered. Until somebody says so it is the weekly hours: what is closed by design is no gap, and a
 * holiday is one that somebody may cover (C1).
 */
export const targetOf = (account: Account, { target }: Plan): Target => target ?? account.sheet['support-hours'];
