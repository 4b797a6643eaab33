import { covered } from '../src/domain/coverage/coverage.ts';
import { forecast } from '../src/domain/coverage/forecast.ts';
import { length, subtract } from '../src/domain/coverage/interval.ts';
import { ALWAYS } from '../src/domain/coverage/target.ts';
import { ACCOUNTS, WEEK, WORST, WORST_EXCEPTIONS, windowsOf } from './accounts.ts';
import { intlCalls } from './intl.ts';
import { gapsByOpeningHours, openingHours } from './opening-hours.ts';

/** What coverage costs, against what others cost, in one run. Ends with 1 if an expectation fails. */

/** Luxon and the like take milliseconds an account: a part of the accounts is enough. */
const OF_OTHERS = 500;

/** Microseconds of processor time: what others do on the machine does not count. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const accounts = Array.from({ length: ACCOUNTS }, (_, account) => windowsOf(account));

const gapsOf = (windows: (typeof accounts)[number]): number => length(subtract([WEEK], covered({ windows }, WEEK)));

/** Microseconds for each account, and the minutes of gaps in all of them. */
function time(of: typeof accounts, gaps: typeof gapsOf): { micros: number; minutes: number } {
  const start = spent();
  const minutes = of.reduce((sum, windows) => sum + gaps(windows), 0);
  return { micros: (spent() - start) / of.length, minutes };
}

const median = (all: number[]): number => all.sort((one, other) => one - other)[all.length >> 1] as number;

/** Megabytes of the process, without what is garbage. */
function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}

// The accounts are there before anything is measured: they are the bench's, not coverage's.
const idle = memory();
const cold = time(accounts, gapsOf);
const warm = median([0, 1, 2, 3, 4].map(() => time(accounts, gapsOf).micros));

const taken = memory() - idle;

/** Milliseconds for the year of the account that has most of everything. */
function year(times: number): number {
  const start = spent();
  for (let place = 0; place < times; place++) {
    forecast(
      { windows: WORST, exceptions: WORST_EXCEPTIONS },
      ALWAYS,
      'America/New_York',
      new Date('2026-01-07T12:00Z'),
    );
  }
  return (spent() - start) / 1000 / times;
}
const yearCold = year(1);
// Long enough for the compiler to be done with it, also where it waits for a processor.
year(500);
const yearWarm = median([0, 1, 2, 3, 4].map(() => year(50)));

const { most, mean, weeks } = intlCalls();
const takenByAll = memory() - idle;

const { gapsByLuxon } = await import('./luxon.ts');
const some = accounts.slice(0, OF_OTHERS);
time(some.slice(0, 50), (windows) => gapsByLuxon(windows, WEEK));
const luxon = time(some, (windows) => gapsByLuxon(windows, WEEK));
const Reader = await openingHours();
const osm = Reader ? time(some, (windows) => gapsByOpeningHours(Reader, windows, WEEK)) : null;

const number = (value: number, unit: string) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;

const rows: [what: string, measured: string, expected: string, holds: boolean][] = [
  ['a week of an account, cold', number(cold.micros, 'µs'), '', true],
  ['a week of an account, warm', number(warm, 'µs'), '', true],
  [
    'the same with luxon',
    number(luxon.micros, 'µs'),
    `warm is 50 × faster: ${number(luxon.micros / warm, '×')}`,
    luxon.micros >= 50 * warm,
  ],
  [
    'the same with opening_hours',
    osm ? number(osm.micros, 'µs') : 'not installed',
    osm ? number(osm.micros / warm, '×') : '',
    true,
  ],
  ['53 weeks of the worst account, cold', number(yearCold, 'ms'), '', true],
  ['53 weeks of the worst account, warm', number(yearWarm, 'ms'), 'under 2 ms', yearWarm < 2],
  [`Intl calls for a week of a zone, mean of ${weeks}`, number(mean, ''), '', true],
  ['Intl calls for a week of a zone, most', String(most), '40 at most', most <= 40],
  ['memory above idle, after the weeks', number(taken, 'MB'), '50 MB at most', taken <= 50],
  ['memory above idle, after 12 years of every zone', number(takenByAll, 'MB'), '50 MB at most', takenByAll <= 50],
];

console.log(
  `${ACCOUNTS} accounts × 3 windows × 7 days with gaps; ${OF_OTHERS} of them for the others; processor time\n`,
);
for (const [what, measured, expected, holds] of rows) {
  console.log(`${holds ? ' ' : '✗'} ${what.padEnd(52)} ${measured.padStart(14)}   ${expected}`);
}
const failed = rows.filter(([, , , holds]) => !holds);
if (failed.length > 0) {
  console.log(`\n${failed.length} expectations fail.`);
  process.exitCode = 1;
}
