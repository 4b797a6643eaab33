import type { JsonObject } from '../protocol.ts';
import { HOME, PARTNER, type Person } from '../world/cast.ts';
import { type Conversation, nameInPayload } from '../world/conversation.ts';
import { type Message, messageJson } from '../world/message.ts';
import { userInPayload } from '../world/person.ts';
import { issueResponseUrl } from '../world/response-url.ts';
import type { initialValues } from '../world/state-values.ts';
import { issueTrigger } from '../world/trigger.ts';
import { type View, viewJson } from '../world/view.ts';
import type { World } from '../world/world.ts';

/** What Slack sends when a person does something, with the fields that the real ones have. */

/** In a view it is the person's own team, in a channel the one that the app is installed in. */
const teamJson = (id: string): JsonObject => {
  const team = id === PARTNER.id ? PARTNER : HOME;
  return { id: team.id, domain: team.domain };
};

const stamped = ({ app }: World, type: string, person: Person, teamId: string): JsonObject => ({
  ...{ type, user: userInPayload(person), api_app_id: app.id, token: app.verificationToken },
  ...{ team: teamJson(teamId), enterprise: null, is_enterprise_install: false },
});

export const commandPayload = (
  world: World,
  person: Person,
  channel: Conversation,
  { command, text }: { command: string; text: string },
): JsonObject => ({
  ...{ token: world.app.verificationToken, team_id: HOME.id, team_domain: HOME.domain },
  ...{ channel_id: channel.id, channel_name: nameInPayload(channel), user_id: person.id, user_name: person.handle },
  ...{ command, text, api_app_id: world.app.id, is_enterprise_install: 'false' },
  response_url: issueResponseUrl(world, { userId: person.id, channel: channel.id, message: null }),
  trigger_id: issueTrigger(world, person.id),
});

const fromView = (world: World, view: View): JsonObject => ({
  ...{ container: { type: 'view', view_id: view.id }, view: viewJson(world, view, view.values) },
});

/** In a message: the answer's address comes along, and of a message that only one person sees no content. */
function fromMessage(world: World, person: Person, channel: Conversation, message: Message): JsonObject {
  const ephemeral = message.onlyFor !== null;
  return {
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral },
    channel: { id: channel.id, name: nameInPayload(channel) },
    ...(!ephemeral && { message: messageJson(world, message) }),
    response_url: issueResponseUrl(world, {
      userId: person.id,
      channel: channel.id,
      message: { ts: message.ts, ephemeral },
    }),
  };
}

export const viewActions = (world: World, person: Person, view: View, action: JsonObject): JsonObject => ({
  ...stamped(world, 'block_actions', person, person.teamId),
  ...fromView(world, view),
  ...{ trigger_id: issueTrigger(world, person.id, view.body.type === 'modal' ? view.id : null), actions: [action] },
});

export const messageActions = (
  world: World,
  person: Person,
  { channel, message, values }: { channel: Conversation; message: Message; values: ReturnType<typeof initialValues> },
  action: JsonObject,
): JsonObject => ({
  ...stamped(world, 'block_actions', person, HOME.id),
  ...fromMessage(world, person, channel, message),
  ...{ trigger_id: issueTrigger(world, person.id), state: { values: values as JsonObject }, actions: [action] },
});

export const submission = (world: World, person: Person, view: View): JsonObject => ({
  ...stamped(world, 'view_submission', person, person.teamId),
  ...{
    view: viewJson(world, view, view.values),
    response_urls: [],
    trigger_id: issueTrigger(world, person.id, view.id),
  },
});

export const closing = (world: World, person: Person, view: View, isCleared: boolean): JsonObject => ({
  ...stamped(world, 'view_closed', person, person.teamId),
  ...{ view: viewJson(world, view, view.values), is_cleared: isCleared },
});

export const suggestion = (
  world: World,
  person: Person,
  where: { view: View } | { channel: Conversation; message: Message },
  asked: { blockId: string; actionId: string; query: string },
): JsonObject => {
  const { response_url: _, ...place } =
    'view' in where ? fromView(world, where.view) : fromMessage(world, person, where.channel, where.message);
  return {
    ...stamped(world, 'block_suggestion', person, 'view' in where ? person.teamId : HOME.id),
    ...{ ...place, block_id: asked.blockId, action_id: asked.actionId, value: asked.query },
  };
};

export const globalShortcut = (world: World, person: Person, callbackId: string): JsonObject => ({
  ...stamped(world, 'shortcut', person, HOME.id),
  ...{ callback_id: callbackId, trigger_id: issueTrigger(world, person.id), action_ts: seconds(world) },
});

export const messageShortcut = (
  world: World,
  person: Person,
  channel: Conversation,
  message: Message,
  callbackId: string,
): JsonObject => {
  const { container: _, ...place } = fromMessage(world, person, channel, message);
  return {
    ...stamped(world, 'message_action', person, HOME.id),
    ...{ ...place, message: messageJson(world, message), message_ts: message.ts, callback_id: callbackId },
    ...{ trigger_id: issueTrigger(world, person.id), action_ts: seconds(world) },
  };
};

/** An instant as Slack stamps actions: seconds with six decimals. */
export const seconds = (world: World): string => (world.clock.now() / 1000).toFixed(6);
