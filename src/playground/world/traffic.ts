import type { Json, TrafficView } from '../protocol.ts';
import type { World } from './world.ts';

const MOST_KEPT = 80;
/** Characters of bodies that a snapshot carries; older ones are named only. */
const MOST_CARRIED = 300_000;

export interface Exchange {
  end(status: 'ok' | 'failed', response: Json): void;
}

/** Notes what goes over the wire, for the inspector. */
export function beginExchange(
  world: World,
  direction: TrafficView['direction'],
  name: string,
  request: Json,
): Exchange {
  const began = performance.now();
  const id = world.count();
  const entry: TrafficView = {
    ...{ id, at: new Date(world.clock.now()).toISOString(), direction, name, status: 'pending', took: null },
    ...{ request, response: null },
  };
  world.traffic.push(entry);
  if (world.traffic.length > MOST_KEPT) world.traffic.shift();
  world.changed();
  return {
    end(status, response) {
      if (entry.status !== 'pending') return;
      Object.assign(entry, { status, response, took: Math.round(performance.now() - began) });
      world.changed();
    },
  };
}

/** Measured once: a snapshot is taken at every change. */
const sizes = new WeakMap<TrafficView, number>();

function sizeOf(entry: TrafficView): number {
  const known = sizes.get(entry);
  if (known !== undefined) return known;
  const size = JSON.stringify([entry.request, entry.response]).length;
  if (entry.status !== 'pending') sizes.set(entry, size);
  return size;
}

export function trafficViews(world: World): TrafficView[] {
  let carried = 0;
  return world.traffic
    .toReversed()
    .map((entry) => {
      carried += sizeOf(entry);
      return carried > MOST_CARRIED
        ? { ...entry, request: 'no longer kept', response: 'no longer kept' }
        : { ...entry };
    })
    .toReversed();
}
