import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import { useWorld } from '../world.ts';

interface CalendarProps {
  /** `2026-11-03`. */
  day: string;
  today: string;
  onDay: (day: string) => void;
  onClose: () => void;
}

const DAY = 86_400_000;
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const daysOn = (day: string, days: number): string => dayOf(new Date(dateOf(day).getTime() + days * DAY));

/** The same day of another month, or that month's last. */
function monthsOn(day: string, months: number): string {
  const date = dateOf(day);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  return dayOf(
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date.getUTCDate(), last.getUTCDate()))),
  );
}

/** A month to choose a day from: arrow keys by day and week, Page keys by month. */
export function Calendar({ day, today, onDay, onClose }: CalendarProps) {
  const { words } = useWorld();
  const [at, setAt] = useState(day);
  const grid = useRef<HTMLTableElement>(null);
  const focusDay = () => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  useEffect(focusDay, []);
  useLayoutEffect(() => {
    // Another month takes the focused day away; whoever pressed an arrow above keeps the focus there.
    const focused = document.activeElement;
    if (focused === document.body || grid.current?.contains(focused)) focusDay();
  }, [at]);

  const format = (options: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', ...options }).format(date);
  const month = dateOf(`${at.slice(0, 8)}01`);
  const monday = new Date(month.getTime() - ((month.getUTCDay() + 6) % 7) * DAY);
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => dayOf(new Date(monday.getTime() + (week * 7 + column) * DAY))),
  ).filter((week) => week.some((one) => one.slice(0, 7) === at.slice(0, 7)));

  const onKey = (event: KeyboardEvent) => {
    const to: Record<string, () => void> = {
      ArrowLeft: () => setAt(daysOn(at, -1)),
      ArrowRight: () => setAt(daysOn(at, 1)),
      ArrowUp: () => setAt(daysOn(at, -7)),
      ArrowDown: () => setAt(daysOn(at, 7)),
      PageUp: () => setAt(monthsOn(at, -1)),
      PageDown: () => setAt(monthsOn(at, 1)),
      Escape: onClose,
    };
    const act = to[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const cell = (one: string) => html`
    <td key=${one} role="gridcell" aria-selected=${one === day}>
      <button
        type="button"
        class=${one.slice(0, 7) === at.slice(0, 7) ? 'day' : 'day other'}
        tabindex=${one === at ? 0 : -1}
        aria-label=${format({ dateStyle: 'full' }, dateOf(one))}
        aria-current=${one === today ? 'date' : undefined}
        onClick=${() => onDay(one)}
      >${Number(one.slice(8))}</button>
    </td>
  `;
  return html`
    <div class="calendar" onKeyDown=${onKey}>
      <div class="calendar-head">
        <button type="button" class="bare" aria-label=${words('month.before')} onClick=${() => setAt(monthsOn(at, -1))}>
          <${Icon} name="left" />
        </button>
        <span aria-live="polite">${format({ month: 'long', year: 'numeric' }, month)}</span>
        <button type="button" class="bare" aria-label=${words('month.after')} onClick=${() => setAt(monthsOn(at, 1))}>
          <${Icon} name="right" />
        </button>
      </div>
      <table ref=${grid} role="grid">
        <thead><tr>${(weeks[0] ?? []).map(
          (one) =>
            html`<th scope="col" abbr=${format({ weekday: 'long' }, dateOf(one))}>${format({ weekday: 'short' }, dateOf(one))}</th>`,
        )}</tr></thead>
        <tbody>${weeks.map((week) => html`<tr key=${week[0]}>${week.map(cell)}</tr>`)}</tbody>
      </table>
    </div>
  `;
}
