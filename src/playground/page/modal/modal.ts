import type { ModalView as SlackModal } from '@slack/types';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Container, JsonObject, ModalView } from '../../protocol.ts';
import { BlockList } from '../block/blocks.ts';
import { focusFirst, focusOnLoad, useKeptFocus } from '../block/focus.ts';
import { type Surface, SurfaceProvider } from '../block/surface.ts';
import { statefulElements } from '../element/value.ts';
import { html } from '../html.ts';
import { Avatar } from '../shell/avatar.ts';
import { Icon } from '../shell/icon.ts';
import { Notices } from '../shell/notices.ts';
import { plainText } from '../text/rich.ts';
import { useWorld } from '../world.ts';

/** One view of the app's, with what the person put into it. */
export const Modal = ({ of, top }: { of: ModalView; top: boolean }) => html`
  <${SurfaceProvider} container=${containerOf(of)} blocks=${of.view.blocks} kept=${of.values}>
    ${(surface: Surface) => html`<${Dialog} of=${of} top=${top} surface=${surface} />`}
  <//>
`;

const containerOf = ({ id }: ModalView): Container => ({ kind: 'modal', viewId: id });

/** The browser's own dialog keeps the focus inside and gives it back. */
function Dialog({ of, top, surface }: { of: ModalView; top: boolean; surface: Surface }) {
  const { words, send } = useWorld();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [waiting, setWaiting] = useState(false);
  const view = of.view as unknown as SlackModal;
  const blocks = of.view.blocks as JsonObject[];
  const busy = waiting || of.busy;

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  // An update may put another view in the place of this one: the person begins anew.
  useLayoutEffect(() => {
    dialog.current?.querySelector('.modal-body')?.scrollTo(0, 0);
    if (dialog.current) focusOnLoad(dialog.current, blocks);
  }, [view.callback_id, plainText(view.title)]);

  useKeptFocus(dialog, top);
  const errorKey = JSON.stringify(of.errors);
  useEffect(() => {
    if (!busy && errorKey !== '{}') focusFirst(dialog.current, of.errors);
  }, [errorKey, busy]);

  const submit = async () => {
    if (busy) return;
    setWaiting(true);
    await surface.submit(of.id);
    setWaiting(false);
  };
  const close = async () => {
    await surface.flush();
    await send({ type: 'close', viewId: of.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && view.submit) {
      submit();
    }
  };

  return html`
    <dialog
      ref=${dialog}
      class=${top ? 'modal' : 'modal below'}
      closedby="none"
      tabindex="-1"
      aria-labelledby=${`${id}-title`}
      aria-busy=${busy ? 'true' : undefined}
      onKeyDown=${onKeyDown}
      onCancel=${(event: Event) => event.preventDefault()}
    >
      <${Head} id=${`${id}-title`} title=${plainText(view.title)} onClose=${close} />
      <div class="modal-body" tabindex=${hasControls(blocks) ? undefined : 0}>
        <${BlockList} container=${containerOf(of)} blocks=${blocks} errors=${of.errors} />
      </div>
      ${of.fault && html`<p class="fault" role="alert"><${Icon} name="alert" />${of.fault}</p>`}
      ${top && html`<${Notices} />`}
      <footer class="modal-foot">
        <button type="button" class="button" onClick=${close}>
          ${plainText(view.close) || words(view.submit ? 'cancel' : 'close')}
        </button>
        ${
          view.submit &&
          html`
            <button type="button" class="button primary" aria-busy=${busy ? 'true' : undefined} onClick=${submit}>
              ${busy && html`<span class="spinner" aria-hidden="true"></span>`}${plainText(view.submit)}
            </button>
          `
        }
      </footer>
    </dialog>
  `;
}

function Head({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const { snapshot, words } = useWorld();
  return html`
    <header class="modal-head">
      <${Avatar} id=${snapshot.app.userId} size="m" />
      <h2 id=${id} tabindex="-1">${title}</h2>
      <button type="button" class="bare" aria-label=${words('modal.close')} onClick=${onClose}>
        <${Icon} name="close" />
      </button>
    </header>
  `;
}

const hasControls = (blocks: JsonObject[]): boolean => !statefulElements(blocks).next().done;
