import type { ConfirmationDialog } from '@slack/types';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Children, html } from '../html.ts';
import { plainText, Text, type TextObject } from '../text/rich.ts';
import { useWorld } from '../world.ts';

/** Asks first, if the app wants that; then acts. */
export function useConfirm(asked: unknown): [(act: () => unknown) => void, Children] {
  const [pending, setPending] = useState<(() => unknown) | null>(null);
  if (!asked) return [(act) => void act(), null];
  const close = (confirmed: boolean) => {
    setPending(null);
    if (confirmed) pending?.();
  };
  const dialog = pending ? html`<${Confirm} of=${asked} onClose=${close} />` : null;
  return [(act) => setPending(() => act), dialog];
}

function Confirm({ of, onClose }: { of: ConfirmationDialog; onClose: (confirmed: boolean) => void }) {
  const { words } = useWorld();
  const dialog = useRef<HTMLDialogElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    confirm.current?.focus();
    return () => shown?.close();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose(false);
  };
  return html`
    <dialog
      ref=${dialog}
      class="confirm"
      role="alertdialog"
      closedby="none"
      aria-labelledby=${`${id}-title`}
      aria-describedby=${`${id}-text`}
      onKeyDown=${onKey}
    >
      <h2 id=${`${id}-title`}>${plainText(of.title as TextObject)}</h2>
      <div id=${`${id}-text`} class="confirm-text"><${Text} of=${of.text} /></div>
      <footer>
        <button type="button" class="button" onClick=${() => onClose(false)}>
          ${plainText(of.deny as TextObject) || words('cancel')}
        </button>
        <button ref=${confirm} type="button" class=${`button ${of.style ?? 'primary'}`} onClick=${() => onClose(true)}>
          ${plainText(of.confirm as TextObject) || words('ok')}
        </button>
      </footer>
    </dialog>
  `;
}
