import { appDm, appSees, conversationJson } from '../world/conversation.ts';
import { messageJson, messagesIn } from '../world/message.ts';
import { isUnmet } from '../world/person.ts';
import { done, type Method, missing, refuse } from './answer.ts';
import { channelSeen } from './channel.ts';
import { pageOf } from './page-of.ts';

const TYPES = { channel: 'public_channel', private: 'private_channel', dm: 'im', 'app-dm': 'im' } as const;
const KNOWN_TYPES = ['public_channel', 'private_channel', 'mpim', 'im'];

export const CONVERSATIONS: Record<string, Method> = {
  'conversations.info': (world, args) => {
    const found = channelSeen(world, args.text('channel'));
    if (!found.ok) return found.answer;
    const many = args.flag('include_num_members') && { num_members: found.value.members.size };
    return done({ channel: { ...conversationJson(world, found.value), ...many } });
  },

  'conversations.list': (world, args) => {
    const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
    if (types.some((type) => !KNOWN_TYPES.includes(type))) return refuse('invalid_types');
    const listed = [...world.conversations.values()].filter(
      (one) =>
        types.includes(TYPES[one.kind]) && appSees(world, one) && !(one.archived && args.flag('exclude_archived')),
    );
    const page = pageOf(listed, args);
    if (!page.ok) return page.answer;
    const channels = page.items.map((one) => conversationJson(world, one));
    return done({ channels, response_metadata: page.metadata });
  },

  'conversations.members': (world, args) => {
    const found = channelSeen(world, args.text('channel'));
    if (!found.ok) return found.answer;
    const page = pageOf([...found.value.members], args);
    return page.ok ? done({ members: page.items, response_metadata: page.metadata }) : page.answer;
  },

  'conversations.history': (world, args) => {
    const found = channelSeen(world, args.text('channel'));
    if (!found.ok) return found.answer;
    if (!found.value.members.has(world.app.userId)) return refuse('not_in_channel');
    const oldest = args.text('oldest') ?? '0';
    const latest = args.text('latest') ?? '9999999999.999999';
    const inclusive = args.flag('inclusive');
    const between = (ts: string) =>
      inclusive
        ? Number(ts) >= Number(oldest) && Number(ts) <= Number(latest)
        : Number(ts) > Number(oldest) && Number(ts) < Number(latest);
    const all = messagesIn(world, found.value.id).filter(
      ({ ts, onlyFor, threadTs }) => onlyFor === null && (!threadTs || threadTs === ts) && between(ts),
    );
    const limit = args.number('limit') ?? 100;
    const page = pageOf(all.toReversed(), {
      ...args,
      number: (name) => (name === 'limit' ? limit : args.number(name)),
    });
    if (!page.ok) return page.answer;
    return done({
      messages: page.items.map((message) => messageJson(world, message, args.flag('include_all_metadata'))),
      ...{ has_more: page.more, pin_count: 0, ...(page.more && { response_metadata: page.metadata }) },
    });
  },

  'conversations.open': (world, args) => {
    const channelId = args.text('channel');
    if (channelId) {
      const found = channelSeen(world, channelId);
      return found.ok ? done({ channel: { id: found.value.id }, no_op: true, already_open: true }) : found.answer;
    }
    const users = args.text('users')?.split(',') ?? [];
    const [userId] = users;
    if (!userId) return missing('users');
    if (users.length > 1) return refuse('method_not_supported_for_channel_type');
    const person = world.people.get(userId);
    if (!person) return refuse('user_not_found');
    if (person.deleted) return refuse('user_disabled');
    if (person.kind === 'bot') return refuse('cannot_dm_bot');
    if (isUnmet(world, person)) return refuse('user_not_visible');
    const { conversation, existed } = appDm(world, userId);
    if (!existed) world.changed();
    const channel = args.flag('return_im') ? conversationJson(world, conversation) : { id: conversation.id };
    return done({ channel, ...(existed && { no_op: true, already_open: true }) });
  },
};
