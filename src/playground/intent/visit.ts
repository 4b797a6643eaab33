import { tell } from '../delivery/event.ts';
import { globalShortcut, messageShortcut } from '../delivery/payload.ts';
import { interact, type Slack } from '../delivery/slack.ts';
import type { Intent, IntentAnswer, JsonObject } from '../protocol.ts';
import { HOME, type Person } from '../world/cast.ts';
import { appDm, type Conversation } from '../world/conversation.ts';
import { findMessage, messagesIn, nextTs } from '../world/message.ts';
import { userJson } from '../world/person.ts';
import { viewJson } from '../world/view.ts';
import { notify } from '../world/world.ts';
import { no, OK } from './answer.ts';

/** Home belongs to the workspace's own people. */
export async function openHome(slack: Slack, person: Person): Promise<IntentAnswer> {
  if (person.teamId !== HOME.id || !slack.world.manifest.homeTab) return no('This app has no Home for you.');
  await opened(slack, person, 'home');
  return OK;
}

async function opened(slack: Slack, person: Person, tab: 'home' | 'messages'): Promise<void> {
  const { world } = slack;
  const home = world.homes.get(person.id);
  const event: JsonObject = {
    ...{ type: 'app_home_opened', user: person.id, channel: appDm(world, person.id).conversation.id, tab },
    ...{ event_ts: nextTs(world), ...(home && tab === 'home' && { view: viewJson(world, home) }) },
  };
  await tell(slack, { subscription: 'app_home_opened', event, teamId: person.teamId });
}

/** The person has the channel before them. */
export async function read(slack: Slack, person: Person, channel: Conversation): Promise<IntentAnswer> {
  const last = messagesIn(slack.world, channel.id).findLast(({ onlyFor }) => onlyFor === null);
  if (last && channel.read.get(person.id) !== last.ts) {
    channel.read.set(person.id, last.ts);
    slack.world.changed();
  }
  if (channel.kind === 'app-dm') await opened(slack, person, 'messages');
  return OK;
}

type Shortcut = Extract<Intent, { type: 'shortcut' }>;

export async function useShortcut(slack: Slack, person: Person, intent: Shortcut): Promise<IntentAnswer> {
  const { world } = slack;
  const known = world.manifest.shortcuts.find(({ callbackId }) => callbackId === intent.callbackId);
  if (!known || person.teamId !== HOME.id) return no('There is no such shortcut.');
  const { name, callbackId } = known;
  let payload = globalShortcut(world, person, callbackId);
  if (known.type === 'message') {
    const channel = world.conversations.get(intent.channel ?? '');
    const message = channel?.members.has(person.id) && findMessage(world, channel.id, intent.ts ?? '');
    if (!channel || !message) return no('This shortcut is for a message.');
    payload = messageShortcut(world, person, channel, message, callbackId);
  }
  const outcome = await interact(
    slack,
    `${known.type === 'message' ? 'message_action' : 'shortcut'} ${callbackId}`,
    payload,
  );
  if (outcome.kind !== 'acknowledged') {
    notify(world, person.id, `“${name}” didn’t work. ${world.app.name} did not respond. Try again?`);
  }
  return OK;
}

const LOCALE = /^[a-z]{2}-[A-Z]{2}$/;

/** A person chooses another language; the app hears of it as Slack tells it. */
export async function setLocale(slack: Slack, person: Person, locale: string): Promise<IntentAnswer> {
  const { world } = slack;
  if (!LOCALE.test(locale)) return no('A language is written like pt-BR.');
  await changePerson(slack, person, { locale });
  world.changed();
  return OK;
}

export async function changePerson(slack: Slack, person: Person, change: Partial<Person>): Promise<void> {
  const { world } = slack;
  Object.assign(person, change);
  world.changed();
  const user = userJson(world, person, { email: world.manifest.scopes.includes('users:read.email'), locale: true });
  const event = { type: 'user_change', user, cache_ts: Math.floor(world.clock.now() / 1000), event_ts: nextTs(world) };
  await tell(slack, { subscription: 'user_change', event, teamId: person.teamId });
}
