import type { Timepicker } from '@slack/types';
import { useState } from 'preact/hooks';
import { html } from '../html.ts';
import { clockWords, HALF_HOURS, readClock } from '../text/clock-text.ts';
import { plainText } from '../text/rich.ts';
import { useWorld } from '../world.ts';
import type { Choice } from './choice.ts';
import { Combobox } from './combobox.ts';
import type { ElementProps } from './element.ts';
import type { Naming } from './naming.ts';

export const TimePicker = ({ of, naming, held, onChange, optional }: ElementProps<Timepicker>) => html`
  <${TimeField}
    naming=${naming}
    placeholder=${plainText(of.placeholder)}
    clock=${held as string | null}
    onClock=${onChange}
    optional=${optional}
  />
`;

interface TimeFieldProps {
  naming: Naming;
  placeholder?: string;
  clock: string | null;
  onClock: (clock: string | null) => void;
  optional?: boolean;
}

/** A time of day: typed in any usual way, or one of the half hours. */
export function TimeField({ naming, placeholder, clock, onClock, optional = false }: TimeFieldProps) {
  const { words } = useWorld();
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const choice = (time: string): Choice => ({ id: time, label: clockWords(time, words.locale), held: time });
  const typed = query ? readClock(query) : null;
  const half = HALF_HOURS.map(choice);
  const near = half.filter(
    ({ id, label }) => id !== typed && (id.includes(query ?? '') || label.includes(query ?? '')),
  );
  const found = query ? [...(typed ? [choice(typed)] : []), ...near] : half;
  return html`
    <${Combobox}
      naming=${naming}
      placeholder=${placeholder || words('time.choose')}
      chosen=${clock ? [choice(clock)] : []}
      found=${found}
      status=${found.length === 0 ? words('time.unreadable') : null}
      query=${query}
      open=${open}
      onQuery=${setQuery}
      onOpen=${setOpen}
      onChoose=${({ id }: Choice) => onClock(id)}
      onRemove=${() => onClock(null)}
      clearable=${optional && clock !== null}
      takesTyped
    />
  `;
}
