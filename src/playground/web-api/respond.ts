import type { JsonObject } from '../protocol.ts';
import { findMessage, post, remove, rewrite } from '../world/message.ts';
import { type ResponseUrl, useResponseUrl } from '../world/response-url.ts';
import { beginExchange } from '../world/traffic.ts';
import type { World } from '../world/world.ts';
import { readArguments, readBody } from './arguments.ts';
import { messageContent } from './channel.ts';

/** Takes a message at a response address: five times within thirty minutes, and also where the app is not a member. */
export async function takeResponse(world: World, path: string, request: Request): Promise<Response> {
  const body = await readBody(request);
  const exchange = beginExchange(world, 'from-app', 'response_url', body);
  const error = respond(world, path, body);
  exchange.end(error ? 'failed' : 'ok', error ?? 'ok');
  if (!error) return new Response('ok');
  const status = error.endsWith('_url') ? 404 : 400;
  return Response.json({ ok: false, error }, { status });
}

function respond(world: World, path: string, body: JsonObject): string | null {
  const used = useResponseUrl(world, path);
  if (!used.ok) return used.error;
  const { url } = used;
  const original = originalOf(world, url);
  if (body.delete_original === true || body.delete_original === 'true') {
    if (!original) return 'message_not_found';
    remove(world, original);
    return null;
  }
  const content = messageContent(readArguments(body));
  if (!content.ok) return String(content.answer.error);
  const { text, blocks, metadata } = content.value;
  if (original && (body.replace_original === true || body.replace_original === 'true')) {
    rewrite(world, original, { text, blocks: blocks ?? [] });
    return null;
  }
  const channel = world.conversations.get(url.channel);
  if (!channel) return 'channel_not_found';
  if (channel.archived) return 'is_archived';
  const onlyFor = body.response_type === 'in_channel' ? null : url.userId;
  post(world, channel, { authorId: world.app.userId, byApp: true, text, blocks: blocks ?? [], metadata, onlyFor });
  return null;
}

const originalOf = (world: World, { message, channel, userId }: ResponseUrl) =>
  message ? findMessage(world, channel, message.ts, message.ephemeral ? userId : null) : undefined;
