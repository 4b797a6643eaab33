import { createHash } from 'node:crypto';
import { clockChanges } from '../../../src/domain/coverage/clock-change.ts';
import { covered } from '../../../src/domain/coverage/coverage.ts';
import { forecast } from '../../../src/domain/coverage/forecast.ts';
import { instantOf } from '../../../src/domain/coverage/interval.ts';
import { ALWAYS, gaps } from '../../../src/domain/coverage/target.ts';
import { openness } from '../../../src/domain/openness.ts';
import { minute } from './hours.ts';
import { chance, weekAround, ZONES } from './weeks.ts';

/** Run as a process of its own, in a time zone and at a date of its own: prints a digest of what the domain answers. */

const today = new Date(process.argv[2] as string).getTime();
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length > 0 ? given : [today]) as [number]));
  }
  static override now = () => today;
} as DateConstructor;

const dice = chance(7);
const first = minute('2010-01-01T00:00Z');
const hash = createHash('sha256');
const weeks = Array.from({ length: 1_000 }, (_, place) => {
  const at = first + dice.below(25 * 365 * 1440);
  return { ...weekAround(dice, ZONES[place % ZONES.length] as string, at), at };
});
for (const { windows, exceptions, target, span, at } of weeks) {
  const hours = { windows, exceptions };
  const now = openness(windows, instantOf(at), exceptions);
  hash.update(
    JSON.stringify([covered(hours, span), gaps(hours, target, span), now, clockChanges(hours, target, span)]),
  );
}
for (const { windows, at } of weeks.slice(0, 20)) {
  hash.update(JSON.stringify(forecast({ windows }, ALWAYS, windows[0]?.zone ?? 'UTC', instantOf(at))));
}
process.stdout.write(`${new Date().getTimezoneOffset()} ${hash.digest('hex')}`);
