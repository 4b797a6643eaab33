import { problemsOfMessage } from '../block-kit/validate.ts';
import type { Outcome } from '../delivery/delivery.ts';
import { tell } from '../delivery/event.ts';
import { commandPayload } from '../delivery/payload.ts';
import { type Slack, send } from '../delivery/slack.ts';
import type { IntentAnswer, Json } from '../protocol.ts';
import { isObject, keptBlocks } from '../world/blocks.ts';
import { HOME, type Person } from '../world/cast.ts';
import { type Conversation, typeOf } from '../world/conversation.ts';
import { escapeText, messageJson, post } from '../world/message.ts';
import { notify, type World } from '../world/world.ts';
import { no, OK } from './answer.ts';

const LONGEST = 12_000;

/** What a person sends from the composer: a slash command, or a message for everybody in the channel. */
export async function sendFromComposer(
  slack: Slack,
  person: Person,
  channel: Conversation,
  typed: string,
): Promise<IntentAnswer> {
  const { world } = slack;
  const text = typed.trim();
  if (text === '') return no('There is nothing to send.');
  if (text.length > LONGEST) return no(`A message has at most ${LONGEST} characters.`);
  if (channel.archived) return no('This channel is archived.');
  const [, command, rest = ''] = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  if (command) return sendCommand(slack, person, channel, { command, text: rest.trim() });
  const message = post(world, channel, {
    authorId: person.id,
    byApp: false,
    text: withMentions(world, escapeText(text)),
  });
  if (channel.members.has(world.app.userId)) {
    const type = typeOf(channel);
    const event = { ...messageJson(world, message), channel: channel.id, channel_type: type, event_ts: message.ts };
    const subscription = type === 'im' ? 'message.im' : `message.${type}s`;
    await tell(slack, { subscription, event, teamId: person.teamId, channel });
  }
  return OK;
}

/** Only people of the workspace have the app's commands; for everybody else there is no such command. */
async function sendCommand(
  slack: Slack,
  person: Person,
  channel: Conversation,
  { command, text }: { command: string; text: string },
): Promise<IntentAnswer> {
  const { world } = slack;
  const known = world.manifest.commands.some((one) => one.command === command.toLowerCase());
  if (!known || person.teamId !== HOME.id) {
    notify(
      world,
      person.id,
      `${command} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as slash commands. If you are trying to send a message and not run a command, try preceding the "/" with an empty space.`,
    );
    return OK;
  }
  const typed = { command: command.toLowerCase(), text: escapeText(text) };
  const payload = commandPayload(world, person, channel, typed);
  const outcome = await send(slack, 'slash command', { kind: 'slash_commands', payload });
  if (outcome.kind !== 'acknowledged') notify(world, person.id, failed(command, outcome));
  else answerInPlace(world, person, channel, { command, typed: `${command} ${text}`.trim(), body: outcome.body });
  return OK;
}

const failed = (command: string, { kind }: Outcome): string =>
  `${command} failed with the error "${kind === 'timeout' ? 'operation_timeout' : 'dispatch_failed'}"`;

/** An acknowledgement may carry a message: for the person alone, unless it says `in_channel`. */
function answerInPlace(
  world: World,
  person: Person,
  channel: Conversation,
  { command, typed, body }: { command: string; typed: string; body: Json },
): void {
  const message = typeof body === 'string' ? { text: body } : body;
  if (!isObject(message) || (message.text === undefined && message.blocks === undefined)) return;
  if (problemsOfMessage(message).length > 0) {
    notify(world, person.id, `${command} failed with the error "invalid_blocks"`);
    return;
  }
  const shown = message.response_type === 'in_channel';
  if (shown) post(world, channel, { authorId: person.id, byApp: false, text: escapeText(typed) });
  post(world, channel, {
    ...{
      authorId: world.app.userId,
      byApp: true,
      text: String(message.text ?? ''),
      blocks: keptBlocks(message.blocks),
    },
    onlyFor: shown ? null : person.id,
  });
}

/** `@ana` and `@Ana Souza` become a mention, as the composer makes one. */
function withMentions(world: World, text: string): string {
  let mentioned = text;
  for (const { id, name, handle, deleted } of world.people.values()) {
    if (deleted || !mentioned.includes('@')) continue;
    for (const word of [`@${name}`, `@${handle}`]) {
      mentioned = mentioned.replaceAll(new RegExp(`${word}(?![\\p{L}\\p{N}])`, 'giu'), `<@${id}>`);
    }
  }
  return mentioned;
}
