import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { adviseOn } from '../../domain/advice.ts';
import type { Say } from '../../i18n/say.ts';
import { passAdvice, passedAdvice } from '../../store/advice.ts';
import { changesSince } from '../../store/changes.ts';
import { type Blocks, button, type Message, modal, section } from '../block-kit.ts';
import { addressesOfPeople } from '../person/addresses.ts';
import { readSeen, seenValue } from '../seen.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { AccountTurn } from '../turn.ts';
import type { Viewer } from '../viewer.ts';

export const KEEP = 'advice.keep';

/** The emergency addresses of which advice speaks now (R10): asked of Slack, which is asked for no longer than a moment. */
export async function adviceFor({ client, deps }: AccountTurn, account: Account): Promise<string[]> {
  const addresses = account.sheet['tech-emergency'];
  const passed = await passedAdvice(deps.store, { accountId: account.id });
  const open = addresses.filter((address) => !passed.has(address.toLowerCase()));
  const owned = open.length > 0 ? await addressesOfPeople(client, open, deps.log) : new Set<string>();
  return adviseOn(addresses, { owned, passed });
}

/** Advice with the one click that passes it over: an emergency that only one mailbox hears of. */
export function adviceBlocks(account: Account, advised: readonly string[], { say, role }: Viewer): Blocks {
  if (advised.length === 0) return [];
  const places = advised.map((address) => account.sheet['tech-emergency'].indexOf(address));
  const keep = button(KEEP, say('advice.keep'), { value: seenValue(account, places) });
  return [section(adviceSentence(advised, say), role === 'viewer' ? undefined : keep)];
}

/** The advice in words; blank if there is none. */
export function adviceSentence(advised: readonly string[], say: Say): string {
  if (advised.length === 0) return '';
  return say.mrkdwn('advice.personal', { count: advised.length, addresses: advised.join(', ') });
}

export type AdviceOutcome =
  | { kind: 'passed'; addresses: readonly string[] }
  /** The addresses are others than the person saw: nothing was passed over. */
  | { kind: 'changed'; advised: readonly string[] };

/** Passes the advice over that the button was shown with, and no other: that of addresses that came later stays. */
export async function passOver(turn: AccountTurn): Promise<AdviceOutcome> {
  const { deps, account, person, now } = turn;
  const { revision, places } = readSeen(turn.value);
  const addresses = places.flatMap((place) => account.sheet['tech-emergency'][place] ?? []);
  const accountId = account.id;
  const since = revision === null ? null : await changesSince(deps.store, { accountId, revision });
  const changed = since?.some(({ purpose }) => purpose === 'tech-emergency') ?? true;
  if (changed || addresses.length === 0) return { kind: 'changed', advised: await adviceFor(turn, account) };
  await passAdvice(deps.store, { accountId, addresses, by: person.userId, now });
  return { kind: 'passed', addresses };
}

export interface AdviceState {
  account: Account;
  outcome: AdviceOutcome;
}

export const adviceText = ({ outcome }: AdviceState, { say }: Viewer): string =>
  outcome.kind === 'passed'
    ? say.mrkdwn('advice.passed', { count: outcome.addresses.length, addresses: outcome.addresses.join(', ') })
    : say.mrkdwn('advice.changed');

const adviceAgain = ({ account, outcome }: AdviceState, viewer: Viewer): Blocks =>
  outcome.kind === 'passed' ? [] : adviceBlocks(account, outcome.advised, viewer);

/** What became of the advice, in place of the view that gave it. */
export const adviceModal = {
  id: 'advice.view',

  render(state: AdviceState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: adviceModal.id,
      title: say('advice.title'),
      close: say('app.close'),
      metadata: metadataOf(state.account),
      last: true,
      blocks: [section(adviceText(state, viewer)), ...adviceAgain(state, viewer), ...supportAndHelp(say)],
    });
  },
};

/** The same where the person is in no view. */
export const adviceMessage = {
  id: 'advice.message',

  render(state: AdviceState, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const text = adviceText(state, viewer);
    return { text, blocks: [section(text), ...adviceAgain(state, viewer), ...supportAndHelp(say)] };
  },
};
