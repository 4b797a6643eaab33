import type { Checkboxes as CheckboxGroup, Option, RadioButtons as RadioGroup } from '@slack/types';
import { html } from '../html.ts';
import { Text } from '../text/rich.ts';
import type { ElementProps } from './element.ts';
import { namingAttributes } from './naming.ts';

export function RadioButtons({ of, naming, held, onChange }: ElementProps<RadioGroup>) {
  const chosen = (held as Option | null)?.value;
  return html`
    <div class="choices" role="radiogroup" ...${namingAttributes(naming)}>
      ${of.options.map(
        (option, at) => html`
          <${Choice}
            key=${option.value}
            type="radio"
            of=${option}
            id=${`${naming.id}-${at}`}
            name=${naming.id}
            checked=${option.value === chosen}
            onToggle=${() => onChange(option)}
          />
        `,
      )}
    </div>
  `;
}

export function Checkboxes({ of, naming, held, onChange }: ElementProps<CheckboxGroup>) {
  const chosen = new Set((held as Option[]).map(({ value }) => value));
  const toggle = (option: Option) => {
    const on = !chosen.has(option.value);
    onChange(of.options.filter(({ value }) => (value === option.value ? on : chosen.has(value))));
  };
  const { 'aria-required': _, ...attributes } = namingAttributes(naming);
  return html`
    <div class="choices" role="group" ...${attributes}>
      ${of.options.map(
        (option, at) => html`
          <${Choice}
            key=${option.value}
            type="checkbox"
            of=${option}
            id=${`${naming.id}-${at}`}
            name=${naming.id}
            checked=${chosen.has(option.value)}
            onToggle=${() => toggle(option)}
          />
        `,
      )}
    </div>
  `;
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  of: Option;
  id: string;
  name: string;
  checked: boolean;
  onToggle: () => void;
}

function Choice({ type, of, id, name, checked, onToggle }: ChoiceProps) {
  const description = of.description ? `${id}-description` : undefined;
  return html`
    <div class="choice">
      <input type=${type} id=${id} name=${name} checked=${checked} aria-describedby=${description} onChange=${onToggle} />
      <div>
        <label for=${id}><${Text} of=${of.text} /></label>
        ${of.description && html`<div class="detail" id=${description}><${Text} of=${of.description} /></div>`}
      </div>
    </div>
  `;
}
