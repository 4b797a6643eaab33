import type { WebClient } from '@slack/web-api';
import type { ViewSource } from './deliver.ts';
import type { Incoming } from './dispatch.ts';
import type { Submitted } from './submitted.ts';
import { readMetadata } from './surface.ts';

/** The parts of Slack's payloads that we read. All of it came through a client: ids in it are authorised again. */
export interface CommandBody {
  user_id: string;
  channel_id: string;
}

interface InteractiveView extends ViewSource {
  state?: { values?: Submitted };
}

export interface ActionBody {
  user: { id: string };
  channel?: { id: string };
  trigger_id: string;
  response_url?: string;
  view?: InteractiveView;
  actions?: { value?: string; selected_option?: { value: string } | null; action_ts?: string }[];
}

export interface SubmissionBody {
  type?: string;
  user: { id: string };
  view: InteractiveView;
}

export function incoming(
  body: CommandBody | ActionBody | SubmissionBody,
  client: WebClient,
  teamId: string | undefined,
): Incoming {
  // The authorisation names the team; without it there is no tenant to speak for.
  if (!teamId) throw new Error('a request without an authorised team');
  if ('user_id' in body) return { ...NOTHING, client, teamId, userId: body.user_id, channelId: body.channel_id };
  const { view } = body;
  const action = 'actions' in body ? body.actions?.[0] : undefined;
  const root = view?.root_view_id && view.root_view_id !== view.id ? view.root_view_id : null;
  return {
    client,
    teamId,
    userId: body.user.id,
    channelId: ('channel' in body && body.channel?.id) || null,
    metadata: readMetadata(view?.private_metadata),
    values: view?.state?.values ?? {},
    value: action?.value ?? action?.selected_option?.value ?? null,
    surface: view?.callback_id ?? null,
    rootViewId: root,
    actedAt: momentOf(
      action ? action.action_ts : 'type' in body && body.type === 'view_closed' ? view?.hash : undefined,
    ),
    viewId: view?.id ?? null,
  };
}

/**
 * The moment of Slack's stamps, such as `1772452800.123456`. A closed view has none of its own, but that of its latest
 * content: whatever was kept since then is not older than what the view holds.
 */
function momentOf(stamp: string | undefined): Date | null {
  const [, seconds] = /^(\d{9,11}(?:\.\d+)?)/.exec(stamp ?? '') ?? [];
  return seconds === undefined ? null : new Date(Number(seconds) * 1000);
}

const NOTHING = {
  ...{ channelId: null, metadata: {}, values: {}, value: null, surface: null, rootViewId: null },
  actedAt: null,
};
