import { findMessage, messageJson, post, remove, rewrite } from '../world/message.ts';
import { takePost } from '../world/post-rate.ts';
import { done, type Method, missing, rateLimited, refuse } from './answer.ts';
import { channelSeen, channelToPost, messageContent } from './channel.ts';

export const CHAT: Record<string, Method> = {
  'chat.postMessage': (world, args) => {
    if (!args.text('channel')) return missing('channel');
    const channel = channelToPost(world, args.text('channel'));
    if (!channel.ok) return channel.answer;
    const content = messageContent(args);
    if (!content.ok) return content.answer;
    const threadTs = args.text('thread_ts') ?? null;
    if (threadTs && !findMessage(world, channel.value.id, threadTs)) return refuse('thread_not_found');
    const rate = takePost(world, channel.value.id);
    if (!rate.ok) return rateLimited(rate.retryAfter);
    const { text, blocks, metadata } = content.value;
    const by = { authorId: world.app.userId, byApp: true };
    const message = post(world, channel.value, { ...by, text, blocks: blocks ?? [], metadata, threadTs });
    return done({ channel: message.channel, ts: message.ts, message: messageJson(world, message, true) });
  },

  'chat.postEphemeral': (world, args) => {
    if (!args.text('channel')) return missing('channel');
    const userId = args.text('user');
    if (!userId) return missing('user');
    const channel = channelToPost(world, args.text('channel'));
    if (!channel.ok) return channel.answer;
    if (!channel.value.members.has(userId)) return refuse('user_not_in_channel');
    const content = messageContent(args);
    if (!content.ok) return content.answer;
    const rate = takePost(world, channel.value.id);
    if (!rate.ok) return rateLimited(rate.retryAfter);
    const { text, blocks } = content.value;
    const by = { authorId: world.app.userId, byApp: true };
    const message = post(world, channel.value, { ...by, text, blocks: blocks ?? [], onlyFor: userId });
    return done({ message_ts: message.ts });
  },

  'chat.update': (world, args) => {
    const channel = channelSeen(world, args.text('channel'));
    if (!channel.ok) return channel.answer;
    const message = findMessage(world, channel.value.id, args.text('ts') ?? '');
    if (!message) return refuse('message_not_found');
    if (!message.byApp) return refuse('cant_update_message');
    if (channel.value.archived) return refuse('is_archived');
    const content = messageContent(args);
    if (!content.ok) return content.answer;
    const { text, blocks, metadata } = content.value;
    // Blocks that are not named stay; an empty list takes them away.
    const emptied = args.raw.blocks === undefined ? null : [];
    rewrite(world, message, { text, blocks: blocks ?? emptied });
    if (metadata) message.metadata = metadata;
    return done({ channel: message.channel, ts: message.ts, text, message: messageJson(world, message) });
  },

  'chat.delete': (world, args) => {
    const channel = channelSeen(world, args.text('channel'));
    if (!channel.ok) return channel.answer;
    const message = findMessage(world, channel.value.id, args.text('ts') ?? '');
    if (!message) return refuse('message_not_found');
    if (!message.byApp) return refuse('cant_delete_message');
    remove(world, message);
    return done({ channel: message.channel, ts: message.ts });
  },
};
