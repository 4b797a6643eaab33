import type { Option } from '@slack/types';
import type { Json, JsonObject, Snapshot } from '../../protocol.ts';
import { plainText } from '../text/rich.ts';
import { channelName, partnerOf } from '../world.ts';

/** One thing to choose in a list, whatever it is. */
export interface Choice {
  id: string;
  label: string;
  detail?: string;
  group?: string;
  /** Whose picture stands beside it. */
  personId?: string;
  sign?: 'hash' | 'lock';
  /** What Slack reports when it is chosen. */
  held: Json;
}

interface OptionGroup {
  label: Option['text'];
  options: Option[];
}

export const optionChoice = (option: Option, group?: string): Choice => ({
  id: option.value ?? '',
  label: plainText(option.text),
  detail: plainText(option.description) || undefined,
  group,
  held: option as unknown as Json,
});

/** The options of a static select, or of the answer to a search. */
export const optionChoices = (options: unknown, groups: unknown): Choice[] =>
  Array.isArray(groups)
    ? (groups as OptionGroup[]).flatMap(({ label, options }) =>
        options.map((option) => optionChoice(option, plainText(label))),
      )
    : ((options ?? []) as Option[]).map((option) => optionChoice(option));

export const personChoices = ({ people, me }: Snapshot): Choice[] =>
  people.map(({ id, name, title, company }) => ({
    id,
    label: name,
    detail: [title, company === me.company ? '' : company].filter(Boolean).join(' · ') || undefined,
    personId: id,
    held: id,
  }));

interface Filter {
  include?: string[];
  exclude_external_shared_channels?: boolean;
  exclude_bot_users?: boolean;
}

export function channelChoices(snapshot: Snapshot, of: JsonObject): Choice[] {
  const onlyChannels = String(of.type).includes('channels');
  const filter = (of.filter ?? {}) as Filter;
  const kinds = { channel: 'public', private: 'private', dm: 'im', 'app-dm': 'im' };
  return snapshot.channels
    .filter(({ kind }) => (onlyChannels ? kind === 'channel' : (filter.include?.includes(kinds[kind]) ?? true)))
    .filter(({ shared }) => !(shared && filter.exclude_external_shared_channels))
    .filter(({ kind }) => !(kind === 'app-dm' && filter.exclude_bot_users))
    .map((channel) => ({
      id: channel.id,
      label: channelName(snapshot, channel),
      ...(channel.kind === 'dm' || channel.kind === 'app-dm'
        ? { personId: partnerOf(snapshot, channel) }
        : { sign: channel.kind === 'private' ? ('lock' as const) : ('hash' as const) }),
      held: channel.id,
    }));
}

const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Those that contain every word of the query, accents or not. */
export function matching(choices: Choice[], query: string): Choice[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return choices.filter(({ label, detail = '' }) => {
    const text = fold(`${label} ${detail}`);
    return words.every((word) => text.includes(word));
  });
}
