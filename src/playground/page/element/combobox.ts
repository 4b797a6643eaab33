import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import { useAway } from '../shell/popup.ts';
import { useWorld } from '../world.ts';
import type { Choice } from './choice.ts';
import { Listbox } from './listbox.ts';
import { type Naming, namingAttributes } from './naming.ts';
import { Sign } from './sign.ts';

interface ComboboxProps {
  naming: Naming;
  placeholder: string;
  multiple?: boolean;
  chosen: Choice[];
  found: Choice[];
  /** Words in place of, or above, the list. */
  status: string | null;
  /** What is typed; null while nothing was. */
  query: string | null;
  open: boolean;
  onQuery: (query: string | null) => void;
  onOpen: (open: boolean) => void;
  onChoose: (choice: Choice) => void;
  onRemove: (choice: Choice) => void;
  /** A single choice can be taken back. */
  clearable?: boolean;
  /** Leaving takes what was typed, if it is the first of the list. */
  takesTyped?: boolean;
}

/** An input that searches a list: the editable combobox of the ARIA practices. */
export function Combobox(props: ComboboxProps) {
  const { naming, placeholder, multiple = false, chosen, found, status, query, open } = props;
  const { words } = useWorld();
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = `${naming.id}-list`;
  const first = multiple ? undefined : chosen[0];

  const show = () => {
    if (open) return;
    setActive(Math.max(0, first ? found.findIndex(({ id }) => id === first.id) : 0));
    props.onOpen(true);
    if (!multiple) input.current?.select();
  };
  const hide = () => {
    props.onOpen(false);
    props.onQuery(null);
  };
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    props.onChoose(choice);
    if (multiple) props.onQuery(null);
    else hide();
    input.current?.focus();
  };
  const leave = () => {
    if (props.takesTyped && query && found[0]) props.onChoose(found[0]);
    hide();
  };
  useAway(open, [box, list], leave);
  useEffect(() => setActive(0), [query]);

  const onInput = (event: { currentTarget: HTMLInputElement }) => {
    props.onQuery(event.currentTarget.value);
    props.onOpen(true);
  };
  const move = (by: number) => {
    if (!open) return show();
    if (found.length > 0) setActive((active + by + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const handled = onKey(event);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKey = ({ key, isComposing }: KeyboardEvent): boolean => {
    if (isComposing) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter') open ? choose(found[active]) : show();
    else if (key === 'Escape' && open) hide();
    else if (key === 'Backspace' && multiple && !query && chosen.length > 0) props.onRemove(chosen.at(-1) as Choice);
    else {
      if (key === 'Tab' && open) leave();
      return false;
    }
    return true;
  };

  return html`
    <div ref=${box} class=${naming.invalid ? 'combobox invalid' : 'combobox'} onClick=${() => input.current?.focus()}>
      ${
        multiple &&
        chosen.map(
          (choice) => html`
            <span key=${choice.id} class="chip">
              <${Sign} of=${choice} />
              <span class="chip-words">${choice.label}</span>
              <button type="button" class="bare" aria-label=${words('remove', { what: choice.label })} onClick=${() => props.onRemove(choice)}>
                <${Icon} name="close" />
              </button>
            </span>
          `,
        )
      }
      ${first && query === null && html`<${Sign} of=${first} />`}
      <input
        ref=${input}
        ...${namingAttributes(naming)}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck=${false}
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls=${open ? listId : undefined}
        aria-activedescendant=${open && found[active] ? `${listId}-${active}` : undefined}
        placeholder=${multiple && chosen.length > 0 ? '' : placeholder}
        value=${query ?? first?.label ?? ''}
        onInput=${onInput}
        onClick=${show}
        onKeyDown=${onKeyDown}
      />
      ${
        props.clearable &&
        html`
          <button type="button" class="bare" aria-label=${words('clear')} onClick=${() => first && props.onRemove(first)}>
            <${Icon} name="close" />
          </button>
        `
      }
      <span class="combobox-arrow"><${Icon} name="down" /></span>
    </div>
    <${Listbox}
      boxRef=${list}
      anchor=${box}
      id=${listId}
      naming=${naming}
      open=${open}
      multiple=${multiple}
      found=${found}
      chosen=${chosen}
      active=${active}
      status=${status}
      onActive=${setActive}
      onChoose=${choose}
    />
  `;
}
