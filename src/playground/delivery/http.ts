import type { Json, JsonObject } from '../protocol.ts';
import type { World } from '../world/world.ts';
import { ACK_WITHIN, type Deadline, type Delivery, type Outcome, type Parcel } from './delivery.ts';
import { signatureHeaders } from './signature.ts';

export interface HttpDelivery extends Delivery {
  /** Where the app listens; null while there is none. @param ahead milliseconds by which its clock is ahead of ours */
  connect(appUrl: string | null, ahead?: number): void;
}

/** Posts to the app's request URL, signed. The signature tells the app's time, whatever the playground's clock says. */
export function httpDelivery(world: World, deadline: Deadline): HttpDelivery {
  let address: string | null = null;
  let ahead = 0;
  let reached = true;

  async function deliver(parcel: Parcel): Promise<Outcome> {
    if (address === null || world.faults.appUnreachable) return { kind: 'unreachable' };
    const { type, body } = written(parcel);
    const { retry } = parcel;
    const headers = {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      accept: 'application/json,*/*',
      ...signatureHeaders(world.app.signingSecret, Math.floor((Date.now() + ahead) / 1000), body),
      ...(retry && { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }),
    };
    try {
      const answer = await fetch(address, {
        ...{ method: 'POST', headers, body, redirect: 'manual', signal: deadline(ACK_WITHIN) },
      });
      const text = await answer.text();
      note(true);
      return answer.status === 200
        ? { kind: 'acknowledged', body: readAnswer(text) }
        : { kind: 'refused', status: answer.status };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      note(late);
      return { kind: late ? 'timeout' : 'unreachable' };
    }
  }

  const note = (now: boolean) => {
    if (now === reached) return;
    reached = now;
    world.changed();
  };
  return {
    transport: 'http',
    connected: () => address !== null && reached && !world.faults.appUnreachable,
    deliver,
    connect(appUrl, by = 0) {
      address = appUrl;
      ahead = by;
      reached = true;
      world.changed();
    },
  };
}

function written({ kind, payload }: Parcel): { type: string; body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  // Bolt takes this content type only without a charset, and Slack sends none.
  const type = 'application/x-www-form-urlencoded';
  const fields = kind === 'slash_commands' ? strings(payload) : { payload: JSON.stringify(payload) };
  return { type, body: new URLSearchParams(fields).toString() };
}

const strings = (payload: JsonObject): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));

function readAnswer(text: string): Json {
  if (text === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
