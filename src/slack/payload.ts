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
  actions?: { value?: string; selected_option?: { value: string } | null }[];
}

export interface SubmissionBody {
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
    viewId: view?.id ?? null,
  };
}

const NOTHING = { channelId: null, metadata: {}, values: {}, value: null, surface: null, rootViewId: null };
