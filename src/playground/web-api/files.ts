import type { JsonObject } from '../protocol.ts';
import { isObject } from '../world/blocks.ts';
import { announceFile, fileJson, fileUrl } from '../world/file.ts';
import { post } from '../world/message.ts';
import { done, type Method, missing, refuse } from './answer.ts';
import { channelToPost, messageContent } from './channel.ts';

const LARGEST = 20_000_000;
const NO_CONVERSATION = '[ERROR] input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]';

export const FILES: Record<string, Method> = {
  'files.getUploadURLExternal': (world, args) => {
    const name = args.text('filename');
    const length = args.number('length');
    if (!name) return missing('filename');
    if (!length || length <= 0) return missing('length');
    if (length > LARGEST) return refuse('file_upload_size_restricted');
    const file = announceFile(world, { name, length });
    return done({ upload_url: `${world.url}${file.uploadPath}`, file_id: file.id });
  },

  'files.completeUploadExternal': (world, args) => {
    const listed = args.json('files');
    if (!Array.isArray(listed) || listed.length === 0) return missing('files');
    const named = listed.filter((one): one is JsonObject => isObject(one));
    const files = named.map(({ id }) => world.files.get(String(id)));
    if (files.some((file) => !file?.bytes || file.shared)) return refuse('file_not_found');
    const channelId = args.text('channel_id') ?? args.text('channels');
    // Unlike a message, a file goes to no person by their id, nor to a channel by its name.
    if (channelId && !/^[CGDZ][A-Z0-9]+$/.test(channelId)) return refuse('invalid_arguments', [NO_CONVERSATION]);
    const channel = channelId ? channelToPost(world, channelId) : null;
    if (channel && !channel.ok) return channel.answer;
    const words = { ...args, text: (name: string) => args.text(name === 'text' ? 'initial_comment' : name) };
    const content = messageContent(words, { files: true });
    if (!content.ok) return content.answer;
    const shared = files.flatMap((file, place) => {
      if (!file) return [];
      file.shared = true;
      const title = named[place]?.title;
      if (typeof title === 'string' && title !== '') file.title = title;
      return [file];
    });
    if (channel) {
      post(world, channel.value, {
        ...{ authorId: world.app.userId, byApp: true, text: content.value.text, blocks: content.value.blocks ?? [] },
        files: shared.map((file) => ({
          id: file.id,
          name: file.title,
          mimetype: file.mimetype,
          url: fileUrl(world, file),
        })),
      });
    }
    return done({ files: shared.map((file) => fileJson(world, file)) });
  },

  'files.info': (world, args) => {
    const file = world.files.get(args.text('file') ?? '');
    return file ? done({ file: fileJson(world, file) }) : refuse('file_not_found');
  },
};
