import type { Button } from '@slack/types';
import { useState } from 'preact/hooks';
import { useSurface } from '../block/surface.ts';
import { html } from '../html.ts';
import { plainText } from '../text/rich.ts';
import { safeUrl } from '../text/safe-url.ts';
import { useConfirm } from './confirm.ts';
import type { ElementProps } from './element.ts';

export function ButtonElement({ of, blockId, naming }: ElementProps<Button>) {
  const surface = useSurface();
  const [waiting, setWaiting] = useState(false);
  const [confirm, dialog] = useConfirm(of.confirm);
  const element = of as unknown as { type: string; action_id: string };
  const press = async () => {
    setWaiting(true);
    const url = of.url && safeUrl(of.url);
    if (url) open(url, '_blank', 'noreferrer');
    await surface.act(blockId, element, {});
    setWaiting(false);
  };
  return html`
    <button
      type="button"
      id=${naming.id}
      class=${`button ${of.style ?? ''}`}
      aria-label=${of.accessibility_label}
      aria-describedby=${naming.describedBy}
      aria-busy=${waiting ? 'true' : undefined}
      onClick=${() => confirm(press)}
    >${plainText(of.text)}</button>
    ${dialog}
  `;
}
