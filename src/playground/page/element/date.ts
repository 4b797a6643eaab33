import type { Datepicker, DateTimepicker } from '@slack/types';
import { useId, useRef, useState } from 'preact/hooks';
import { html } from '../html.ts';
import { useReader } from '../reader.ts';
import { Icon } from '../shell/icon.ts';
import { useAway, usePopup } from '../shell/popup.ts';
import { plainText } from '../text/rich.ts';
import { clockIn, dayIn, instantIn } from '../text/zone.ts';
import { useWorld } from '../world.ts';
import { Calendar } from './calendar.ts';
import type { ElementProps } from './element.ts';
import type { Naming } from './naming.ts';
import { TimeField } from './time.ts';

export const DatePicker = ({ of, naming, held, onChange }: ElementProps<Datepicker>) => html`
  <${DateField} naming=${naming} placeholder=${plainText(of.placeholder)} day=${held as string | null} onDay=${onChange} />
`;

/** A day and a time in the person's zone, reported as one instant in seconds. */
export function DateTimePicker({ naming, held, onChange }: ElementProps<DateTimepicker>) {
  const { words } = useWorld();
  const { zone, now } = useReader();
  const date = typeof held === 'number' ? new Date(held * 1000) : null;
  const day = date && dayIn(zone, date);
  const clock = date && clockIn(zone, date);
  const set = (newDay: string, newClock: string) => onChange(instantIn(zone, newDay, newClock).getTime() / 1000);
  const timeNaming = { id: `${naming.id}-time`, label: words('time'), describedBy: naming.describedBy };
  return html`
    <div class="date-time">
      <${DateField} naming=${naming} day=${day} onDay=${(to: string) => set(to, clock ?? '09:00')} />
      <${TimeField} naming=${timeNaming} clock=${clock} onClock=${(to: string) => set(day ?? dayIn(zone, now), to)} />
    </div>
  `;
}

interface DateFieldProps {
  naming: Naming;
  placeholder?: string;
  day: string | null;
  onDay: (day: string) => void;
}

/** A button that shows the day and opens a calendar. */
export function DateField({ naming, placeholder, day, onDay }: DateFieldProps) {
  const { words } = useWorld();
  const reader = useReader();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const valueId = useId();
  usePopup(open, { anchor: button, popup });
  useAway(open, [button, popup], () => setOpen(false));
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const shown = day
    ? new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )
    : placeholder || words('date.choose');
  return html`
    <button
      ref=${button}
      type="button"
      id=${naming.id}
      class=${`date-button ${day ? '' : 'empty'} ${naming.invalid ? 'invalid' : ''}`}
      aria-haspopup="dialog"
      aria-expanded=${open}
      aria-label=${naming.label && (day ? `${naming.label}: ${shown}` : naming.label)}
      aria-labelledby=${naming.labelledBy && `${naming.labelledBy} ${valueId}`}
      aria-describedby=${naming.describedBy}
      onClick=${() => setOpen(!open)}
    ><${Icon} name="calendar" /><span id=${valueId}>${shown}</span></button>
    ${
      open &&
      html`
        <div ref=${popup} class="calendar-popup" popover="manual" role="dialog" aria-label=${words('date.choose')}>
          <${Calendar}
            day=${day ?? dayIn(reader.zone, reader.now)}
            today=${dayIn(reader.zone, reader.now)}
            onDay=${(to: string) => {
              close();
              onDay(to);
            }}
            onClose=${close}
          />
        </div>
      `
    }
  `;
}
