import type { KnownBlock, ModalView } from '@slack/types';
import { buttonsOf, type Desk } from './desk.ts';

/** The lines of one page of the history: its days, and what was done on each. */
export function linesOf(view: ModalView): string[] {
  const blocks = view.blocks as KnownBlock[];
  const texts = blocks.flatMap((block) =>
    'text' in block && block.text ? [String((block.text as { text: string }).text)] : [],
  );
  const from = texts.findIndex((text) => /^(What was changed in|O que foi alterado em)/.test(text));
  return texts.slice(from + 1, -2).flatMap((text) => text.split('\n'));
}

/** The whole history as a person reads it, page by page, a day that goes on named once. */
export async function historyOf(desk: Desk, userId: string): Promise<string[]> {
  desk.take();
  await desk.command(userId, 'history');
  let view = desk.takeView();
  const lines = linesOf(view);
  while (buttonsOf(view).some(({ action_id }) => action_id === 'history.older')) {
    await desk.press(userId, view, 'history.older');
    view = desk.takeView();
    const more = linesOf(view);
    lines.push(...(lines.includes(more[0] ?? '') ? more.slice(1) : more));
  }
  return lines;
}
