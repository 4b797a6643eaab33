import type { Option } from '@slack/types';
import { useState } from 'preact/hooks';
import type { Json, JsonObject, Snapshot } from '../../protocol.ts';
import { html } from '../html.ts';
import { plainText, type TextObject } from '../text/rich.ts';
import { useWorld } from '../world.ts';
import { type Choice, channelChoices, matching, optionChoice, optionChoices, personChoices } from './choice.ts';
import { Combobox } from './combobox.ts';
import type { ElementProps } from './element.ts';
import { useSuggestions } from './suggestions.ts';

/** Slack asks the app from the third letter on unless the app says otherwise. */
const LEAST_QUERY = 3;

/** Every select: one or many, of the app's options, of a search, of people or of channels. */
export function SelectElement({ of, blockId, naming, held, onChange, optional }: ElementProps) {
  const { snapshot, words } = useWorld();
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const kind = String(of.type);
  const multiple = kind.startsWith('multi_');
  const external = kind.includes('external');
  const least = external ? Number(of.min_query_length ?? LEAST_QUERY) : 0;
  const search = useSuggestions(blockId, String(of.action_id), query ?? '', least, open && external);

  const all = external ? [] : choicesOf(of, snapshot);
  const chosen = chosenOf(held, all);
  const found = external ? search.found : matching(all, query ?? '');
  const limit = multiple ? Number(of.max_selected_items ?? Number.POSITIVE_INFINITY) : 1;
  const take = (choices: Choice[]) =>
    onChange(multiple ? choices.map((choice) => choice.held) : (choices[0]?.held ?? null));
  const choose = (choice: Choice) => {
    if (!multiple) return take([choice]);
    const rest = chosen.filter(({ id }) => id !== choice.id);
    if (rest.length < chosen.length) take(rest);
    else if (chosen.length < limit) take([...chosen, choice]);
  };
  return html`
    <${Combobox}
      naming=${naming}
      placeholder=${plainText(of.placeholder as unknown as TextObject | undefined) || words('choose')}
      multiple=${multiple}
      chosen=${chosen}
      found=${found}
      status=${statusOf()}
      query=${query}
      open=${open}
      onQuery=${setQuery}
      onOpen=${setOpen}
      onChoose=${choose}
      onRemove=${(choice: Choice) => take(chosen.filter(({ id }) => id !== choice.id))}
      clearable=${optional && !multiple && chosen.length > 0}
    />
  `;

  function statusOf(): string | null {
    if (multiple && chosen.length >= limit) return words('select.full', { limit });
    if (external && search.state === 'loading') return words('select.loading');
    if (external && search.state === 'failed') return words('select.failed');
    if (external && search.state === 'short') return words('select.short', { least });
    return found.length === 0 ? words('select.none') : null;
  }
}

function choicesOf(of: JsonObject, snapshot: Snapshot): Choice[] {
  const kind = String(of.type);
  if (kind.includes('users')) return personChoices(snapshot);
  if (kind.includes('static')) return optionChoices(of.options, of.option_groups);
  return channelChoices(snapshot, of);
}

/** What is held, as choices. Held options speak for themselves; an id that nobody knows is shown as it is. */
function chosenOf(held: unknown, all: Choice[]): Choice[] {
  const list: unknown[] = Array.isArray(held) ? held : held ? [held] : [];
  return list.map((one) =>
    typeof one === 'string'
      ? (all.find(({ id }) => id === one) ?? { id: one, label: one, held: one as Json })
      : optionChoice(one as Option),
  );
}
