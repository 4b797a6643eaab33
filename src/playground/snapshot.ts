import type { Delivery } from './delivery/delivery.ts';
import type { ChannelView, JsonObject, MessageView, PersonView, Snapshot } from './protocol.ts';
import { HOME, PARTNER, type Person, SLACKBOT } from './world/cast.ts';
import type { Conversation } from './world/conversation.ts';
import { type Message, messagesIn } from './world/message.ts';
import { trafficViews } from './world/traffic.ts';
import { stackOf } from './world/view.ts';
import type { World } from './world/world.ts';

/** Older messages are not shown. */
const MOST_SHOWN = 200;

/** This Slack as one person sees it. */
export function snapshotOf(world: World, delivery: Delivery, userId: string): Snapshot {
  const me = world.people.get(userId) ?? [...world.people.values()][0];
  if (!me) throw new Error('nobody lives in this Slack');
  const mine = [...world.conversations.values()].filter(({ members, archived }) => members.has(me.id) && !archived);
  const local = me.teamId === HOME.id;
  const home = local ? world.homes.get(me.id) : undefined;
  const { manifest, clock, app } = world;
  return {
    version: world.version,
    workspace: { id: HOME.id, name: HOME.name },
    app: { name: app.name, userId: app.userId, connected: delivery.connected(), transport: delivery.transport },
    me: personView(me),
    former: Object.fromEntries(
      [...world.people.values()].filter(({ deleted }) => deleted).map(({ id, name }) => [id, name]),
    ),
    people: [...world.people.values()].filter(({ deleted, id }) => !deleted && id !== SLACKBOT).map(personView),
    channels: mine.map((conversation) => channelView(world, conversation, me.id)),
    messages: Object.fromEntries(
      mine.map(({ id }) => [
        id,
        seenIn(world, id, me.id)
          .slice(-MOST_SHOWN)
          .map((message) => messageView(message)),
      ]),
    ),
    home: home ? { view: home.body, values: home.values } : null,
    modals: stackOf(world, me.id).map(({ id, body, values, errors, busy, fault }) => ({
      ...{ id, view: shown(body), values, errors, busy, fault },
    })),
    commands: local ? manifest.commands : [],
    shortcuts: local ? manifest.shortcuts : [],
    notices: world.notices.get(me.id) ?? [],
    traffic: trafficViews(world),
    mailbox: world.mailbox,
    clock: { now: new Date(clock.now()).toISOString(), offsetMinutes: clock.offsetMinutes() },
  };
}

/** A view without a submit or a close button of its own has none, and not an empty one. */
const shown = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));

const seenIn = (world: World, channel: string, userId: string): Message[] =>
  messagesIn(world, channel).filter(({ onlyFor }) => onlyFor === null || onlyFor === userId);

const messageView = ({ channel, ts, authorId, text, blocks, edited, onlyFor, files }: Message): MessageView => ({
  ...{ channel, ts, authorId, text, blocks, edited: edited !== null, ephemeral: onlyFor !== null, files },
});

const channelView = (world: World, conversation: Conversation, userId: string): ChannelView => {
  const { id, name, kind, sharedWith, members, read } = conversation;
  const seen = Number(read.get(userId) ?? 0);
  const unread = messagesIn(world, id).filter(
    ({ ts, authorId, onlyFor }) => Number(ts) > seen && authorId !== userId && onlyFor === null,
  );
  return { id, name, kind, shared: sharedWith.length > 0, unread: unread.length, memberIds: [...members] };
};

const personView = ({ id, name, title, email, locale, zone, kind, colour, teamId }: Person): PersonView => ({
  ...{ id, name, title, email, locale, zone, kind, colour },
  company: teamId === PARTNER.id ? PARTNER.name : HOME.name,
  initials: name
    .split(' ')
    .map(([first = '']) => first)
    .join('')
    .slice(0, 2)
    .toUpperCase(),
});
