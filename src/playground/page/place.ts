import { useEffect, useState } from 'preact/hooks';

/** Where one is in the workspace: a conversation, or one of the tabs of the app. */
export type Place = { kind: 'channel'; id: string } | { kind: 'app'; tab: 'home' | 'messages' };

export interface Address {
  /** Whose eyes one sees with; null until the server has said who is first. */
  as: string | null;
  place: Place | null;
}

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const at = query.get('at');
  return { as: query.get('as'), place: at ? placeAt(at) : null };
}

const placeAt = (at: string): Place =>
  at === 'home' || at === 'messages' ? { kind: 'app', tab: at } : { kind: 'channel', id: at };

export const hrefOf = (as: string, place: Place): string =>
  `?${new URLSearchParams({ as, at: place.kind === 'app' ? place.tab : place.id })}`;

export const samePlace = (one: Place, other: Place): boolean => hrefOf('', one) === hrefOf('', other);

/** The address lives in the browser's address bar, so that a reload, Back and a second window work. */
export function useAddress(): [Address, (as: string, place: Place, how?: 'replace') => void] {
  const [address, setAddress] = useState(() => readAddress(location.search));
  useEffect(() => {
    const follow = () => setAddress(readAddress(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const move = (as: string, place: Place, how?: 'replace') => {
    const href = hrefOf(as, place);
    if (how === 'replace') history.replaceState(null, '', href);
    else if (href !== location.search) history.pushState(null, '', href);
    setAddress({ as, place });
  };
  return [address, move];
}
