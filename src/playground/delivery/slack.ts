import type { JsonObject } from '../protocol.ts';
import { beginExchange } from '../world/traffic.ts';
import type { World } from '../world/world.ts';
import type { Delivery, Outcome, Parcel } from './delivery.ts';

/** The whole of it: what there is, and the way to the app. */
export interface Slack {
  world: World;
  delivery: Delivery;
  /** Milliseconds after which an unacknowledged event is sent again. */
  retryAfter: readonly number[];
  /** Does something later, unless the playground is closed before. */
  later(milliseconds: number, work: () => void): void;
}

/** Sends something to the app, and shows it to the inspector. `name` is what the inspector calls it. */
export async function send({ world, delivery }: Slack, name: string, parcel: Parcel): Promise<Outcome> {
  const exchange = beginExchange(world, 'to-app', name, parcel.payload);
  const outcome = await delivery.deliver(parcel);
  if (outcome.kind === 'acknowledged') exchange.end('ok', outcome.body);
  else exchange.end('failed', outcome.kind === 'refused' ? `HTTP ${outcome.status}` : outcome.kind);
  return outcome;
}

/** Without interactivity in its manifest an app hears of no click and no submission. */
export const interact = async (slack: Slack, name: string, payload: JsonObject): Promise<Outcome> =>
  slack.world.manifest.interactivity ? send(slack, name, { kind: 'interactive', payload }) : { kind: 'unreachable' };
