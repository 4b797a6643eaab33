import type { JsonObject } from '../protocol.ts';
import { HOME } from '../world/cast.ts';
import type { Conversation } from '../world/conversation.ts';
import { newId } from '../world/id.ts';
import type { Outcome } from './delivery.ts';
import { type Slack, send } from './slack.ts';

export interface Happening {
  /** As the manifest subscribes to it, such as `message.channels`. */
  subscription: string;
  event: JsonObject;
  /** The team of whoever did it: of another company, its own. */
  teamId: string;
  channel?: Conversation;
}

/** Tells the app of an event that it subscribed to; again, with the same `event_id`, until it is acknowledged. */
export async function tell(slack: Slack, { subscription, event, teamId, channel }: Happening): Promise<Outcome | null> {
  const { world, retryAfter } = slack;
  const { app } = world;
  if (!world.manifest.events.includes(subscription)) return null;
  const authorization = {
    enterprise_id: null,
    team_id: HOME.id,
    user_id: app.userId,
    is_bot: true,
    is_enterprise_install: false,
  };
  const payload: JsonObject = {
    ...{ token: app.verificationToken, team_id: teamId, context_team_id: HOME.id, context_enterprise_id: null },
    ...{ api_app_id: app.id, event, type: 'event_callback', event_id: newId('Ev') },
    ...{ event_time: Math.floor(world.clock.now() / 1000), authorizations: [authorization] },
    is_ext_shared_channel: (channel?.sharedWith.length ?? 0) > 0,
    event_context: `4-${Buffer.from(JSON.stringify({ et: event.type ?? '', tid: HOME.id })).toString('base64url')}`,
  };
  const name = `event ${event.type}`;
  const attempt = async (number: number, reason: string): Promise<Outcome> => {
    const retry = number > 0 ? { retry: { number, reason } } : {};
    const outcome = await send(slack, name, { kind: 'events_api', payload, ...retry });
    const wait = retryAfter[number];
    if (outcome.kind !== 'acknowledged' && wait !== undefined) {
      slack.later(wait, () => void attempt(number + 1, reasonOf(outcome)));
    }
    return outcome;
  };
  return attempt(0, '');
}

const reasonOf = ({ kind }: Outcome): string =>
  kind === 'timeout' ? 'http_timeout' : kind === 'unreachable' ? 'connection_failed' : 'http_error';
