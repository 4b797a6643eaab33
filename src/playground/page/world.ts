import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChannelView, Intent, IntentAnswer, PersonView, Snapshot } from '../protocol.ts';
import type { Place } from './place.ts';
import type { Words } from './words/words.ts';

/** What every part of the page may know and do. */
export interface World {
  snapshot: Snapshot;
  words: Words;
  place: Place;
  go(place: Place): void;
  switchTo(personId: string): void;
  send(intent: Intent): Promise<IntentAnswer>;
  /** Says something to whoever listens instead of looks. */
  announce(text: string): void;
}

const WorldContext = createContext<World | null>(null);
export const WorldProvider = WorldContext.Provider;

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (!world) throw new Error('there is no world around this component');
  return world;
}

export const personOf = ({ people, me }: Snapshot, id: string): PersonView | undefined =>
  people.find((person) => person.id === id) ?? (me.id === id ? me : undefined);

export const nameOf = (snapshot: Snapshot, id: string): string | undefined =>
  personOf(snapshot, id)?.name ?? snapshot.former[id] ?? (id === snapshot.app.userId ? snapshot.app.name : undefined);

/** The other side of a direct message; a note to oneself has none. */
export const partnerOf = ({ me }: Snapshot, channel: ChannelView): string =>
  channel.memberIds.find((id) => id !== me.id) ?? me.id;

export function channelName(snapshot: Snapshot, channel: ChannelView): string {
  if (channel.kind === 'app-dm') return snapshot.app.name;
  if (channel.kind === 'dm') return nameOf(snapshot, partnerOf(snapshot, channel)) ?? channel.name;
  return channel.name;
}

/** Strangers meet the app only in what it posts where they are. */
export const meetsApp = ({ home, commands, channels }: Snapshot): boolean =>
  home !== null || commands.length > 0 || channels.some(({ kind }) => kind === 'app-dm');

/** Companies other than the viewer's own that read a channel. */
export function otherCompanies(snapshot: Snapshot, channel: ChannelView): string[] {
  const companies = channel.memberIds.map((id) => personOf(snapshot, id)?.company ?? '');
  return [...new Set(companies)].filter((company) => company !== '' && company !== snapshot.me.company);
}
