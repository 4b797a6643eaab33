import type { Json, JsonObject } from './protocol.ts';

/** What a person reads in a view or a message, line by line: for the tour, and for tests that a reviewer can read. */
export function outline(surface: JsonObject): string[] {
  const blocks = list(surface.blocks).flatMap(blockLines);
  const title = textOf(surface.title);
  const buttons = [textOf(surface.submit), textOf(surface.close)].filter((text) => text !== '');
  if (surface.type === 'modal') return [`# ${title}`, ...blocks, buttons.map((text) => `[${text}]`).join(' ')];
  return blocks;
}

function blockLines(block: JsonObject): string[] {
  switch (block.type) {
    case 'header':
      return [`## ${textOf(block.text)}`];
    case 'divider':
      return ['---'];
    case 'section':
      return [
        ...(block.text ? lines(textOf(block.text), accessoryText(block)) : []),
        ...list(block.fields).flatMap((field) => lines(textOf(field), '')),
      ];
    case 'context':
      return [`(${list(block.elements).map(textOf).join(' ')})`];
    case 'actions':
      return [list(block.elements).map(elementText).join(' ')];
    case 'input': {
      const mark = block.optional === true ? '' : ' *';
      const hint = textOf(block.hint);
      return [
        `${textOf(block.label)}${mark}: ${elementText(block.element as JsonObject)}`,
        ...(hint ? [`  ${hint}`] : []),
      ];
    }
    case 'image':
      return [`(picture: ${String(block.alt_text)})`];
    default:
      return [`(${String(block.type)})`];
  }
}

function elementText(element: JsonObject): string {
  if (element.type === 'button') return `[${textOf(element.text)}]`;
  const given =
    element.initial_value ??
    element.initial_time ??
    element.initial_date ??
    element.initial_user ??
    element.initial_users ??
    element.initial_option ??
    element.initial_options;
  const chosen = Array.isArray(given) ? given.map(valueText).join(', ') : valueText(given);
  const open = element.type === 'radio_buttons' || element.type === 'checkboxes';
  const options = open
    ? ` of ${list(element.options)
        .map((one) => textOf(one.text))
        .join(' / ')}`
    : '';
  return `<${chosen.replaceAll('\n', ', ')}>${options}`;
}

function valueText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' && !Array.isArray(value) ? textOf(value.text) : String(value);
}

const accessoryText = ({ accessory }: JsonObject): string =>
  accessory ? `  ${elementText(accessory as JsonObject)}` : '';

const lines = (text: string, end: string): string[] => `${text}${end}`.split('\n');

const list = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : []);

/** A text object, or the object that carries one. */
function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '';
  return textOf(value.text);
}
