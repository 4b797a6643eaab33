import type { Store } from './store.ts';

/** A card of a request that stands in a channel or a DM. */
export interface Card {
  channelId: string;
  ts: string;
  /** Whose DM it is; null in a channel. */
  userId: string | null;
}

export async function rememberCard(store: Store, requestId: string, card: Card): Promise<void> {
  await store.client.requestCard.create({ data: { requestId, ...card } });
}

export const cardsOf = (store: Store, requestId: string): Promise<Card[]> =>
  store.client.requestCard.findMany({ where: { requestId }, select: { channelId: true, ts: true, userId: true } });
