import { useLayoutEffect } from 'preact/hooks';
import { type Children, html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import { usePopup } from '../shell/popup.ts';
import type { Choice } from './choice.ts';
import type { Naming } from './naming.ts';
import { Sign } from './sign.ts';

interface ListboxProps {
  boxRef: { current: HTMLDivElement | null };
  anchor: { current: HTMLElement | null };
  id: string;
  naming: Naming;
  open: boolean;
  multiple: boolean;
  found: Choice[];
  chosen: Choice[];
  active: number;
  status: string | null;
  onActive: (place: number) => void;
  onChoose: (choice: Choice) => void;
}

/** The list under a combobox. The focus stays in the input; the active option is only pointed at. */
export function Listbox(props: ListboxProps) {
  const { boxRef, anchor, id, naming, open, multiple, found, status } = props;
  usePopup(open, { anchor, popup: boxRef, stretch: true });
  useLayoutEffect(() => {
    if (open) document.getElementById(`${id}-${props.active}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, props.active, found.length]);
  if (!open) return null;
  const keepFocus = (event: Event) => event.preventDefault();
  return html`
    <div ref=${boxRef} class="listbox-popup" popover="manual" onMouseDown=${keepFocus}>
      <p class="listbox-status" role="status">${status}</p>
      <div
        id=${id}
        class="listbox"
        role="listbox"
        aria-label=${naming.labelledBy ? undefined : (naming.label ?? labelOf(naming.id))}
        aria-labelledby=${naming.labelledBy}
        aria-multiselectable=${multiple ? 'true' : undefined}
      >${grouped(found).map(([group, choices]) => html`<${Group} key=${group} name=${group}>${choices.map(optionFor)}<//>`)}</div>
    </div>
  `;

  function optionFor([choice, place]: [Choice, number]) {
    const selected = props.chosen.some((one) => one.id === choice.id);
    return html`
      <div
        key=${choice.id}
        id=${`${id}-${place}`}
        class=${place === props.active ? 'option active' : 'option'}
        role="option"
        aria-selected=${selected}
        onMouseMove=${() => place !== props.active && props.onActive(place)}
        onClick=${() => props.onChoose(choice)}
      >
        <${Sign} of=${choice} />
        <span class="option-words">
          <span>${choice.label}</span>${choice.detail && html`<span class="detail">${choice.detail}</span>`}
        </span>
        ${selected && html`<${Icon} name="check" />`}
      </div>
    `;
  }
}

const Group = ({ name, children }: { name: string; children: Children }) =>
  name === ''
    ? html`<div role="presentation">${children}</div>`
    : html`<div role="group" aria-label=${name}><div class="menu-heading" aria-hidden="true">${name}</div>${children}</div>`;

/** Neighbours of one group together, each with its place in the whole list. */
function grouped(found: Choice[]): [string, [Choice, number][]][] {
  const groups: [string, [Choice, number][]][] = [];
  for (const [place, choice] of found.entries()) {
    const name = choice.group ?? '';
    const last = groups.at(-1);
    if (last && last[0] === name) last[1].push([choice, place]);
    else groups.push([name, [[choice, place]]]);
  }
  return groups;
}

const labelOf = (id: string): string | undefined =>
  document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent?.trim() || undefined;
