import type { InputBlock as Input } from '@slack/types';
import type { JsonObject } from '../../protocol.ts';
import { Element } from '../element/element.ts';
import { html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import { plainText } from '../text/rich.ts';
import { useWorld } from '../world.ts';
import type { BlockProps } from './blocks.ts';

/** Controls that a `<label for>` cannot name: groups, and the button of a calendar. */
const GROUPS = ['radio_buttons', 'checkboxes', 'datepicker', 'datetimepicker'];

/** A label, a control, a hint, and the error that the last submission left there. */
export function InputBlock({ of, id, error }: BlockProps<Input>) {
  const { words } = useWorld();
  const group = GROUPS.includes(of.element.type);
  const optional = of.optional ?? false;
  const [controlId, labelId, hintId, errorId] = [`${id}-control`, `${id}-label`, `${id}-hint`, `${id}-error`];
  const naming = {
    id: controlId,
    ...(group && { labelledBy: labelId }),
    describedBy: [error && errorId, of.hint && hintId].filter(Boolean).join(' '),
    invalid: error !== undefined,
    required: !optional,
  };
  const label = html`
    ${plainText(of.label)}${optional && html`<span class="optional"> ${words('optional')}</span>`}
  `;
  return html`
    <div class=${error ? 'input invalid' : 'input'}>
      ${group ? html`<div class="label" id=${labelId}>${label}</div>` : html`<label class="label" id=${labelId} for=${controlId}>${label}</label>`}
      <${Element}
        of=${of.element as unknown as JsonObject}
        blockId=${of.block_id ?? ''}
        naming=${naming}
        input=${{ dispatches: of.dispatch_action ?? false, optional }}
      />
      ${error && html`<p class="error" id=${errorId}><${Icon} name="alert" />${error}</p>`}
      ${of.hint && html`<p class="hint" id=${hintId}>${plainText(of.hint)}</p>`}
    </div>
  `;
}
