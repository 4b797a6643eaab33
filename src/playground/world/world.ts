import type { Manifest } from '../manifest.ts';
import type { MailView, TrafficView } from '../protocol.ts';
import { APP_USER, CAST, FORMER, HOME, type Person, ROOMS, SAID_BEFORE, SLACKBOT } from './cast.ts';
import { type Clock, newClock } from './clock.ts';
import { appDm, type Conversation } from './conversation.ts';
import type { Credentials } from './credentials.ts';
import { type Faults, noFaults } from './fault.ts';
import type { StoredFile } from './file.ts';
import { type Message, nextTs, post } from './message.ts';
import type { Allowance } from './post-rate.ts';
import type { ResponseUrl } from './response-url.ts';
import type { Trigger } from './trigger.ts';
import type { View } from './view.ts';

/** The app as it is installed in the workspace. */
export interface InstalledApp extends Credentials {
  id: string;
  name: string;
  botId: string;
  userId: string;
}

/** Everything that this Slack knows. Functions named after what happens change it, and say so with `changed`. */
export interface World {
  readonly clock: Clock;
  readonly manifest: Manifest;
  readonly app: InstalledApp;
  readonly faults: Faults;
  /** Seconds since 1970. */
  readonly born: number;
  /** Where this Slack is served; known once it is. */
  url: string;
  people: Map<string, Person>;
  conversations: Map<string, Conversation>;
  messages: Map<string, Message[]>;
  lastTs: number;
  /** The modals before each person, the bottom one first. */
  stacks: Map<string, View[]>;
  homes: Map<string, View>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  posts: Map<string, Allowance>;
  files: Map<string, StoredFile>;
  traffic: TrafficView[];
  notices: Map<string, { id: number; text: string }[]>;
  mailbox: MailView[];
  version: number;
  count(): number;
  changed(): void;
  onChange(listener: () => void): () => void;
}

interface Beginning {
  manifest: Manifest;
  credentials: Credentials;
  now: () => number;
}

export function newWorld({ manifest, credentials, now }: Beginning): World {
  const listeners = new Set<() => void>();
  let counted = 0;
  const clock = newClock(now);
  const world: World = {
    ...{ clock, manifest, faults: noFaults(), born: Math.floor(clock.now() / 1000) - 90 * 86_400, url: '', version: 0 },
    app: { ...credentials, id: 'A07CALLSHT0', name: manifest.name, botId: 'B07CALLSHT0', userId: APP_USER },
    people: new Map([...CAST, FORMER, ...machines(manifest.name)].map((person) => [person.id, { ...person }])),
    ...{ conversations: new Map(), messages: new Map(), lastTs: 0, stacks: new Map(), homes: new Map() },
    ...{ triggers: new Map(), responseUrls: new Map(), posts: new Map(), files: new Map(), traffic: [] },
    ...{ notices: new Map(), mailbox: [] },
    count() {
      counted += 1;
      return counted;
    },
    changed() {
      world.version += 1;
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  furnish(world);
  return world;
}

function furnish(world: World): void {
  for (const { id, name, kind, memberIds, hasApp, sharedWith, archived, purpose } of ROOMS) {
    const members = new Set([...memberIds, ...(hasApp ? [world.app.userId] : [])]);
    const place = { id, name, kind, members, sharedWith, archived, purpose, created: world.born, read: new Map() };
    world.conversations.set(id, place);
  }
  for (const person of CAST) if (person.teamId === HOME.id) appDm(world, person.id);
  for (const [minutes, room, by, text] of SAID_BEFORE.toSorted((one, other) => other[0] - one[0])) {
    const place = world.conversations.get(room);
    if (!place) continue;
    const said = post(world, place, {
      authorId: by,
      byApp: false,
      text,
      ts: nextTs(world, world.clock.now() - minutes * 60_000),
    });
    for (const member of place.members) place.read.set(member, said.ts);
  }
}

/** The app's own user, and Slackbot, which Slack does not call a bot. */
function machines(name: string): Person[] {
  const machine = {
    teamId: HOME.id,
    title: '',
    email: '',
    locale: 'en-US',
    zone: 'America/Los_Angeles',
    deleted: false,
  };
  return [
    { ...machine, id: APP_USER, handle: name.toLowerCase(), name, kind: 'bot', colour: '#4a154b' },
    { ...machine, id: SLACKBOT, handle: 'slackbot', name: 'Slackbot', kind: 'member', colour: '#757575' },
  ];
}

/** Slack's own words to one person. */
export function notify(world: World, userId: string, text: string): void {
  const all = [...(world.notices.get(userId) ?? []), { id: world.count(), text }];
  world.notices.set(userId, all.slice(-20));
  world.changed();
}
