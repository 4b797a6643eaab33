import type {
  ActionsBlock as Actions,
  ContextBlock as Context,
  HeaderBlock as Header,
  SectionBlock as Section,
} from '@slack/types';
import type { JsonObject } from '../../protocol.ts';
import { Element } from '../element/element.ts';
import { html } from '../html.ts';
import { plainText, Text, type TextObject } from '../text/rich.ts';
import { safeUrl } from '../text/safe-url.ts';
import type { BlockProps } from './blocks.ts';

export const HeaderBlock = ({ of }: BlockProps<Header>) => html`<h3>${plainText(of.text)}</h3>`;

const blockIdOf = (of: { block_id?: string }): string => of.block_id ?? '';

/** Text, fields, and at their right an accessory, which they describe. */
export function SectionBlock({ of, id }: BlockProps<Section>) {
  const textId = `${id}-text`;
  return html`
    <div class="section-words" id=${textId}>
      ${of.text && html`<${Text} of=${of.text} />`}
      ${of.fields && html`<div class="fields">${of.fields.map((field) => html`<div class="field"><${Text} of=${field} /></div>`)}</div>`}
    </div>
    ${
      of.accessory &&
      html`
        <${Element}
          of=${of.accessory as unknown as JsonObject}
          blockId=${blockIdOf(of)}
          naming=${{ id: `${id}-accessory`, describedBy: textId, ...namedBy(of.accessory, textId) }}
        />
      `
    }
  `;
}

/** A button names itself; what has only a placeholder is named by the text beside it. */
const namedBy = ({ type }: { type: string }, textId: string) =>
  type === 'button' || type === 'overflow' ? {} : { labelledBy: textId, describedBy: undefined };

export const ContextBlock = ({ of }: BlockProps<Context>) => html`
  ${of.elements.map((element) =>
    element.type === 'image'
      ? html`<img src=${'image_url' in element ? safeUrl(element.image_url) : ''} alt=${element.alt_text} />`
      : html`<${Text} of=${element as TextObject} />`,
  )}
`;

export const ActionsBlock = ({ of, id }: BlockProps<Actions>) => html`
  ${of.elements.map((element) => {
    const { action_id: actionId = '', placeholder } = element as { action_id?: string; placeholder?: TextObject };
    const naming = { id: `${id}-${actionId}`, label: plainText(placeholder) || actionId };
    return html`
      <${Element} key=${actionId} of=${element as unknown as JsonObject} blockId=${blockIdOf(of)} naming=${naming} />
    `;
  })}
`;
