import { byType, type Fields, flag, integer, list, object, oneOf, type Rule, string, typed } from './rule.ts';
import { webAddress } from './texts.ts';

const style: Rule = object({}, { bold: flag, code: flag, italic: flag, strike: flag, underline: flag });
const name = string({ min: 1 });
const natural = integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const piece = (required: Fields, optional: Fields = {}): Rule => typed(required, { style, ...optional });

const text = piece({ text: string({ min: 1 }) });
const link = piece({ url: webAddress }, { text: string(), unsafe: flag });

const piecesOf: Rule = byType({
  text,
  link,
  user: piece({ user_id: name }),
  usergroup: piece({ usergroup_id: name }),
  channel: piece({ channel_id: name }),
  team: piece({ team_id: name }),
  broadcast: piece({ range: oneOf('here', 'channel', 'everyone') }),
  emoji: piece({ name }, { unicode: string(), url: string() }),
  color: piece({ value: name }),
  date: piece({ timestamp: natural, format: name }, { url: webAddress, fallback: string() }),
});

const border = integer({ min: 0, max: 1 });
const section: Rule = typed({ elements: list(piecesOf) });

/** The parts of a `rich_text` block. */
export const richTextParts: Rule = list(
  byType({
    rich_text_section: section,
    rich_text_quote: typed({ elements: list(piecesOf) }, { border }),
    rich_text_preformatted: typed({ elements: list(byType({ text, link })) }, { border, language: string() }),
    rich_text_list: typed(
      { elements: list(byType({ rich_text_section: section })), style: oneOf('bullet', 'ordered') },
      { border, indent: natural, offset: natural },
    ),
  }),
);
