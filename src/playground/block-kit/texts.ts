import { byType, flag, object, oneOf, type Rule, string, written } from './rule.ts';

/** The longest text that Slack takes anywhere; most places take less. */
const LONGEST = 3000;

const words = (max: number): Rule => string({ min: 1, max });

/** Titles, labels, buttons, placeholders: nothing in them is read as formatting. */
export const plainText = (max = LONGEST): Rule =>
  object({ type: oneOf('plain_text'), text: words(max) }, { emoji: flag });

const mrkdwn = (max: number): Rule => object({ type: oneOf('mrkdwn'), text: words(max) }, { verbatim: flag });

export const anyText = (max = LONGEST): Rule => byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });

/** Names that come back to the app: `block_id`, `action_id`. */
export const id: Rule = string({ min: 1, max: 255 });

const address = written('invalid url', (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''));

export const webAddress: Rule = (value, at) => {
  const problems = string({ max: 3000 })(value, at);
  return problems.length > 0 ? problems : address(value, at);
};

const style = oneOf('primary', 'danger');

/** Are you sure? It may come before whatever an element does. */
export const confirm: Rule = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style },
);

export const buttonStyle: Rule = style;

export const placeholder: Rule = plainText(150);
