import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../html.ts';
import { plainText } from '../text/rich.ts';
import type { ElementProps } from './element.ts';
import { namingAttributes } from './naming.ts';

type TextLike = PlainTextInput | EmailInput | NumberInput | URLInput;

/** The keyboard that a phone should offer. The server judges what was typed, as Slack does. */
const KEYBOARD: Record<string, string> = { email_text_input: 'email', url_text_input: 'url', number_input: 'decimal' };

export function TextElement({ of, naming, held, onChange, onEnter }: ElementProps<TextLike>) {
  const text = typeof held === 'string' ? held : '';
  const onInput = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
    onChange(event.currentTarget.value === '' ? null : event.currentTarget.value);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !onEnter) return;
    event.preventDefault();
    onEnter();
  };
  const shared = {
    ...namingAttributes(naming),
    class: 'text-input',
    placeholder: plainText(of.placeholder),
    value: text,
    onInput,
    onKeyDown,
    autocomplete: 'off',
    spellcheck: false,
  };
  if (of.type === 'plain_text_input' && of.multiline) return html`<${Area} ...${shared} />`;
  return html`<input ...${shared} type="text" inputmode=${KEYBOARD[of.type]} />`;
}

/** Grows with its text, within reason. */
function Area({ value, ...rest }: { value: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  }, [value]);
  return html`<textarea ref=${area} ...${rest} value=${value} rows="3"></textarea>`;
}
