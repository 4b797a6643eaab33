import { once } from 'node:events';
import { covered } from '../domain/coverage/coverage.ts';
import { type Interval, instantOf, length, subtract } from '../domain/coverage/interval.ts';
import { type Question, readInput } from './coverage-input.ts';

/** For scripts: reads hours from standard input, and writes what of a span they cover. Refused input ends with code 2. */

const LONGEST_INPUT = 100_000_000;
const MOST_PROBLEMS = 20;

const show = (minute: number): string => `${instantOf(minute).toISOString().slice(0, 16)}Z`;
const showAll = (intervals: readonly Interval[]) => intervals.map(({ from, to }) => [show(from), show(to)]);

function answer({ span, ...hours }: Question): string {
  const open = covered(hours, span);
  const gaps = subtract([span], open);
  return JSON.stringify({
    covered: showAll(open),
    gaps: showAll(gaps),
    covered_minutes: length(open),
    gap_minutes: length(gaps),
    full: gaps.length === 0,
  });
}

async function readAll(): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LONGEST_INPUT) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** No faster than it is read. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.slice(0, MOST_PROBLEMS).join('\n')}\n`);
  if (lines.length > MOST_PROBLEMS) process.stderr.write(`and ${lines.length - MOST_PROBLEMS} more\n`);
  process.exitCode = 2;
}

// Whoever reads may have seen enough, such as `head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const text = await readAll();
const input = text === null ? null : readInput(text);
if (!input) refuse([`input: is longer than ${LONGEST_INPUT} bytes`]);
else if (!input.ok) refuse(input.problems.map(({ field, reason }) => `${field}: ${reason}`));
else if (!input.list) await write(`${answer(input.questions[0] as Question)}\n`);
else {
  const [first, ...others] = input.questions;
  await write(first ? `[${answer(first)}` : '[');
  for (const question of others) await write(`,\n${answer(question)}`);
  await write(']\n');
}
