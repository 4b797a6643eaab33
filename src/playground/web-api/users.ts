import { HOME, type Person } from '../world/cast.ts';
import { conversationJson } from '../world/conversation.ts';
import { isUnmet, userJson } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { done, type Method, missing, refuse } from './answer.ts';
import type { Arguments } from './arguments.ts';
import { pageOf } from './page-of.ts';

const told = (world: World, args: Arguments) => ({
  email: world.manifest.scopes.includes('users:read.email'),
  locale: args.flag('include_locale'),
});

const isMet = (world: World, person: Person) => person.teamId === HOME.id || !isUnmet(world, person);

export const USERS: Record<string, Method> = {
  'users.info': (world, args) => {
    const userId = args.text('user');
    if (!userId) return missing('user');
    const person = world.people.get(userId);
    if (!person) return refuse('user_not_found');
    return done({ user: userJson(world, person, told(world, args)) });
  },

  /** Everybody of the workspace, who left and the machines included, and whom the app meets in shared channels. */
  'users.list': (world, args) => {
    const page = pageOf(
      [...world.people.values()].filter((person) => isMet(world, person)),
      args,
    );
    if (!page.ok) return page.answer;
    return done({
      members: page.items.map((person) => userJson(world, person, told(world, args))),
      cache_ts: Math.floor(world.clock.now() / 1000),
      response_metadata: page.metadata,
    });
  },

  'users.lookupByEmail': (world, args) => {
    const email = args.text('email')?.toLowerCase();
    if (!email) return missing('email');
    const found = [...world.people.values()].find(
      (person) => person.teamId === HOME.id && !person.deleted && person.email.toLowerCase() === email,
    );
    return found ? done({ user: userJson(world, found, { email: true, locale: false }) }) : refuse('users_not_found');
  },

  'users.conversations': (world, args) => {
    const userId = args.text('user') ?? world.app.userId;
    const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
    const known = { channel: 'public_channel', private: 'private_channel', dm: 'im', 'app-dm': 'im' };
    const theirs = [...world.conversations.values()].filter(
      (one) => one.members.has(userId) && one.members.has(world.app.userId) && types.includes(known[one.kind]),
    );
    const page = pageOf(theirs, args);
    if (!page.ok) return page.answer;
    const channels = page.items.map((one) => conversationJson(world, one));
    return done({ channels, response_metadata: page.metadata });
  },
};
