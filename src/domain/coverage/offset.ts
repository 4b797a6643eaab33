import type { Interval } from './interval.ts';

/** A stretch of UTC minutes in which a zone's wall clock is `offset` minutes ahead of UTC. */
export interface Segment extends Interval {
  offset: number;
}

/** How the clocks of a zone stand during a span: segments in order, without a hole. */
export type Clocks = (zone: string, span: Interval) => Segment[];

/**
 * Zones are asked in blocks, so that a week costs two blocks at the most. No zone is known to have gone and come back
 * within half a week: Freetown stayed four days in 1939, and since 1970 Recife's seven of 2000 are the fewest.
 */
const BLOCK = 14 * 24 * 60;
const STEP = BLOCK / 4;

/** Five years of every zone: at 150 bytes a block, 10 MB. */
const MOST_BLOCKS = 1 << 16;
/** Every zone by each of its names; one costs 30 kB. */
const MOST_NAMES = 1000;

interface Zone {
  /** The name under which all of its aliases are one. */
  id: string;
  format: Intl.DateTimeFormat;
  blocks: Map<number, Segment[]>;
}

/** By every name that was asked for. */
const known = new Map<string, Zone>();
let blocksKnown = 0;

function zoneOf(name: string): Zone {
  const found = known.get(name);
  if (found) return found;
  if (known.size > MOST_NAMES) known.clear();
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const id = format.resolvedOptions().timeZone;
  const zone = (id !== name && known.get(id)) || { id, format, blocks: new Map() };
  known.set(name, zone);
  known.set(id, zone);
  return zone;
}

/** The name under which all aliases of a zone are one. */
export const zoneId = (name: string): string => zoneOf(name).id;

/**
 * Minutes that the wall clock is ahead of UTC when a UTC minute begins. Where local time differed by seconds (before
 * 1972), the wall clock's seconds are cut off, as a clock without a second hand shows it.
 */
function offsetAt({ format, id }: Zone, minute: number): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(minute * 60_000));
  if (!match) throw new Error(`The offset of ${id} cannot be read.`);
  const [, sign, hours, minutes, seconds] = match;
  if (!sign) return 0;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return Math.floor((sign === '-' ? -size : size) / 60);
}

/** Probes a block and bisects where the offset is another at the next probe. */
function probe(zone: Zone, block: number): Segment[] {
  const start = block * BLOCK;
  let current: Segment = { from: start, to: start + BLOCK, offset: offsetAt(zone, start) };
  const segments = [current];
  for (let at = start + STEP; at <= start + BLOCK; at += STEP) {
    // The last minute of the block: what begins after it is the next block's.
    const until = Math.min(at, start + BLOCK - 1);
    const offset = offsetAt(zone, until);
    while (offset !== current.offset) {
      let same = Math.max(current.from, at - STEP);
      let other = until;
      let found = offset;
      while (other - same > 1) {
        const middle = (same + other) >> 1;
        const there = offsetAt(zone, middle);
        if (there === current.offset) same = middle;
        else [other, found] = [middle, there];
      }
      current.to = other;
      current = { from: other, to: start + BLOCK, offset: found };
      segments.push(current);
    }
  }
  return segments;
}

function blockOf(zone: Zone, block: number): Segment[] {
  const found = zone.blocks.get(block);
  if (found) return found;
  const segments = probe(zone, block);
  zone.blocks.set(block, segments);
  if (++blocksKnown > MOST_BLOCKS) forget();
  return segments;
}

/** Starts anew: whoever needs a block asks again, which costs what the first time cost. Formats cost more, and stay. */
function forget(): void {
  for (const { blocks } of known.values()) blocks.clear();
  blocksKnown = 0;
}

/** How the clocks of a zone really stand. */
export const clocks: Clocks = (name, span) => {
  const zone = zoneOf(name);
  const segments: Segment[] = [];
  let last: Segment | undefined;
  for (let block = Math.floor(span.from / BLOCK); block * BLOCK < span.to; block++) {
    for (const { from, to, offset } of blockOf(zone, block)) {
      if (to <= span.from || from >= span.to) continue;
      if (last?.offset === offset) last.to = Math.min(to, span.to);
      else {
        last = { from: Math.max(from, span.from), to: Math.min(to, span.to), offset };
        segments.push(last);
      }
    }
  }
  return segments;
};
