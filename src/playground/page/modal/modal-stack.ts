import { useEffect, useRef } from 'preact/hooks';
import { html } from '../html.ts';
import { useWorld } from '../world.ts';
import { Modal } from './modal.ts';

/** The views on top of each other. Only the top one is seen; those below keep their place for when it goes. */
export function ModalStack() {
  const { modals } = useWorld().snapshot;
  const origin = useRef<HTMLElement | null>(null);
  const open = modals.length > 0;
  if (open && !origin.current) origin.current = document.activeElement as HTMLElement | null;
  useEffect(() => {
    if (open) return;
    const from = origin.current;
    origin.current = null;
    if (from && document.activeElement === document.body) restore(from);
  }, [open]);
  return html`${modals.map((modal, place) => html`<${Modal} key=${modal.id} of=${modal} top=${place === modals.length - 1} />`)}`;
}

/** Back to where the person was; if that went with an update, to what they were reading. */
function restore(from: HTMLElement): void {
  if (from.isConnected && from !== document.body) from.focus();
  else document.querySelector<HTMLElement>('#composer, [role=tabpanel]')?.focus();
}
