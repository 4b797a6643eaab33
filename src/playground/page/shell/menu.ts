import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Children, html } from '../html.ts';
import { Icon } from './icon.ts';
import { useAway, usePopup } from './popup.ts';

export interface MenuItem {
  id: string;
  label: string;
  detail?: string;
  picture?: Children;
  /** Given, the item is one of a choice. */
  checked?: boolean;
  onPick: () => void;
}

export interface MenuGroup {
  label?: string;
  items: MenuItem[];
}

interface MenuProps {
  label: string;
  /** The button's own words name it; otherwise the label does. */
  named?: boolean;
  groups: MenuGroup[];
  /** What the button shows. */
  children: Children;
  class?: string;
  describedBy?: string;
  /** Tells whoever shows the button only now and then to keep it while the menu is open. */
  onToggle?: (open: boolean) => void;
  buttonId?: string;
}

/** A button with a menu: arrow keys, first letters, Enter and Escape as in every desktop menu. */
export function Menu({
  label,
  named = false,
  groups,
  children,
  class: kind = '',
  describedBy,
  onToggle,
  buttonId,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const toggle = (to: boolean) => {
    setOpen(to);
    onToggle?.(to);
  };
  usePopup(open, { anchor: button, popup: menu, align: kind.includes('person') ? 'end' : 'start' });
  useAway(open, [button, menu], () => toggle(false));

  const itemsOf = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const focusAt = (place: number) => itemsOf().at(place)?.focus();
  useEffect(() => {
    if (!open) return;
    const items = itemsOf();
    (items.find((item) => item.ariaChecked === 'true') ?? items[0])?.focus();
  }, [open]);

  const close = () => {
    toggle(false);
    button.current?.focus();
  };
  const pick = (item: MenuItem) => {
    close();
    item.onPick();
  };
  const onKey = (event: KeyboardEvent) => {
    const items = itemsOf();
    const at = items.indexOf(document.activeElement as HTMLElement);
    const keys: Record<string, () => void> = {
      ArrowDown: () => focusAt((at + 1) % items.length),
      ArrowUp: () => focusAt(at <= 0 ? -1 : at - 1),
      Home: () => focusAt(0),
      End: () => focusAt(-1),
      Escape: close,
      Tab: close,
    };
    const act = keys[event.key];
    if (act) {
      if (event.key !== 'Tab') event.preventDefault();
      event.stopPropagation();
      act();
    } else if (event.key.length === 1 && /\S/.test(event.key)) {
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const begins = (item: HTMLElement) => item.dataset.label?.toLowerCase().startsWith(event.key.toLowerCase());
      after.find(begins)?.focus();
    }
  };
  const openByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    toggle(true);
  };

  return html`
    <button
      ref=${button}
      type="button"
      id=${buttonId}
      class=${`menu-button ${kind}`}
      aria-haspopup="menu"
      aria-expanded=${open}
      aria-controls=${open ? id : undefined}
      aria-label=${named ? undefined : label}
      aria-describedby=${describedBy}
      title=${kind.includes('bare') ? label : undefined}
      onClick=${() => toggle(!open)}
      onKeyDown=${openByKey}
    >${children}</button>
    ${
      open &&
      html`
        <div ref=${menu} id=${id} class="menu" role="menu" aria-label=${label} popover="manual" onKeyDown=${onKey}>
          ${groups.map((group) => html`<${Group} key=${group.label} of=${group} onPick=${pick} />`)}
        </div>
      `
    }
  `;
}

const Group = ({ of, onPick }: { of: MenuGroup; onPick: (item: MenuItem) => void }) => html`
  <div role="group" aria-label=${of.label}>
    ${of.label && html`<div class="menu-heading" aria-hidden="true">${of.label}</div>`}
    ${of.items.map((item) => html`<${Item} key=${item.id} of=${item} onPick=${onPick} />`)}
  </div>
`;

const Item = ({ of, onPick }: { of: MenuItem; onPick: (item: MenuItem) => void }) => html`
  <button
    type="button"
    class="menu-item"
    role=${of.checked === undefined ? 'menuitem' : 'menuitemradio'}
    aria-checked=${of.checked}
    data-label=${of.label}
    tabindex="-1"
    onClick=${() => onPick(of)}
  >
    ${of.picture}
    <span class="menu-words"><span>${of.label}</span>${of.detail && html`<span class="detail">${of.detail}</span>`}</span>
    ${of.checked && html`<${Icon} name="check" />`}
  </button>
`;
