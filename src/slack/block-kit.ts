import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';

/** Block Kit in few words. Plain text shows people's words as they are; mrkdwn takes only what `say.mrkdwn` made. */
export type Blocks = KnownBlock[];

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text) });

export const divider = (): DividerBlock => ({ type: 'divider' });

export const section = (mrkdwn: string, accessory?: SectionBlock['accessory']): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: mrkdwn },
  ...(accessory && { accessory }),
});

/** Characters of one field of a section; longer facts get sections of their own. */
const LONGEST_FIELD = 2000;

/** Up to ten facts side by side. */
export const facts = (mrkdwn: readonly string[]): SectionBlock[] =>
  mrkdwn.every((text) => text.length <= LONGEST_FIELD)
    ? [{ type: 'section', fields: mrkdwn.map((text) => ({ type: 'mrkdwn', text })) }]
    : mrkdwn.map((text) => section(text));

export const context = (mrkdwn: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: mrkdwn }],
});

export const actions = (...elements: ActionsBlock['elements']): ActionsBlock => ({ type: 'actions', elements });

export const button = (
  actionId: string,
  text: string,
  more: { value?: string; style?: 'primary' | 'danger' } = {},
): Button => ({ type: 'button', action_id: actionId, text: plain(text), ...more });

export const option = (text: string, value: string): PlainTextOption => ({ text: plain(text), value });

/** A field of a form: the block is named after the field, so that a refusal finds its place. */
export const field = (
  name: string,
  label: string,
  element: InputBlock['element'],
  more: { hint?: string; optional?: boolean } = {},
): InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label),
  element,
  optional: more.optional ?? false,
  ...(more.hint && { hint: plain(more.hint) }),
});

/** The `action_id` of the one element in a field's block. */
export const VALUE = 'value';

export interface Modal {
  id: string;
  title: string;
  submit?: string;
  close: string;
  blocks: Blocks;
  /** Ids only: it travels through the client (rule 9). */
  metadata: string;
  /** Closing it closes the views below too: what they asked for is done. */
  last?: boolean;
  /** Slack says when it is closed. */
  reportsClose?: boolean;
}

export const modal = ({
  id,
  title,
  submit,
  close,
  blocks,
  metadata,
  last = false,
  reportsClose = false,
}: Modal): ModalView => ({
  type: 'modal',
  callback_id: id,
  title: plain(title),
  ...(submit && { submit: plain(submit) }),
  close: plain(close),
  blocks,
  private_metadata: metadata,
  ...(last && { clear_on_close: true }),
  ...(reportsClose && { notify_on_close: true }),
});

/** A message: the blocks, and the same facts as sentences for whoever hears instead of sees. */
export interface Message {
  text: string;
  blocks: Blocks;
}
