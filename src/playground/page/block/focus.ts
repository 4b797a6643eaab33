import { useEffect, useRef } from 'preact/hooks';
import type { JsonObject } from '../../protocol.ts';
import { statefulElements } from '../element/value.ts';

const CONTROL = 'input, textarea, button:not(.bare), [role=radiogroup] input, [role=group] input';

const controlIn = (root: HTMLElement | null, blockId: string): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(blockId)}"] .element :is(${CONTROL})`) ?? null;

/** A fresh view starts in the field that asks for it, or in its first one if it can be seen; else at its title. */
export function focusOnLoad(dialog: HTMLDialogElement, blocks: JsonObject[]): void {
  const elements = [...statefulElements(blocks)];
  const asked = elements.find(([, element]) => (element as { focus_on_load?: boolean }).focus_on_load);
  const first = controlIn(dialog, (asked ?? elements[0])?.[0] ?? '');
  const foot = dialog.querySelector('footer')?.getBoundingClientRect().top ?? 0;
  const seen = first && first.getBoundingClientRect().bottom < foot;
  const goal = asked || seen ? first : dialog.querySelector<HTMLElement>('h2');
  goal?.focus({ preventScroll: !asked });
}

/** To the first field, from the top, that the last submission complained about. */
export function focusFirst(dialog: HTMLDialogElement | null, errors: Record<string, string>): void {
  const first = blocksIn(dialog).find(({ dataset }) => dataset.blockId && dataset.blockId in errors);
  if (!first) return;
  first.scrollIntoView({ block: 'center' });
  controlIn(dialog, first.dataset.blockId ?? '')?.focus({ preventScroll: true });
}

const blocksIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('[data-block-id]') ?? []),
];

interface LastFocus {
  element: HTMLElement;
  /** The place of its block among the blocks. */
  place: number;
}

/**
 * Keeps the focus within a surface whose app takes away what had it: a removed row, an answered card. It goes to what
 * stands in its place now, and not to the top of the page.
 */
export function useKeptFocus(root: { current: HTMLElement | null }, active = true): void {
  const last = useRef<LastFocus | null>(null);
  useEffect(() => {
    const box = root.current;
    const note = ({ target }: FocusEvent) => {
      const element = target as HTMLElement;
      const place = blocksIn(box).findIndex((block) => block.contains(element));
      last.current = { element, place };
    };
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      const to = relatedTarget as HTMLElement | null;
      // The focus comes back from a view that opened above, and from what was taken away; from nowhere else.
      queueMicrotask(() => {
        const away = to ? !box?.contains(to) && !to.closest('dialog') : (target as HTMLElement).isConnected;
        if (away && last.current?.element === target) last.current = null;
      });
    };
    box?.addEventListener('focusin', note);
    box?.addEventListener('focusout', leave);
    return () => {
      box?.removeEventListener('focusin', note);
      box?.removeEventListener('focusout', leave);
    };
  }, []);
  useEffect(() => {
    if (!active || !last.current || document.activeElement !== document.body) return;
    const { element, place } = last.current;
    if (element.isConnected) element.focus({ preventScroll: true });
    else focusNear(root.current, place);
  });
}

function focusNear(root: HTMLElement | null, place: number): void {
  const controls = blocksIn(root)
    .slice(Math.max(0, place))
    .map((block) => block.querySelector<HTMLElement>(`.element :is(${CONTROL})`));
  const found = controls.find((control) => control);
  const goal = found ?? root?.querySelector<HTMLElement>('h2[tabindex]') ?? root;
  goal?.focus({ preventScroll: !found });
}
