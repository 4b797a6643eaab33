import type { Button } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Person } from '../../domain/person.ts';
import { PURPOSES } from '../../domain/purpose.ts';
import { decideUndo, kindOf, roleToUndo } from '../../domain/undo.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import type { ChangeEntry } from '../../store/changes.ts';
import { button, plain } from '../block-kit.ts';
import { momentText, type Viewer } from '../viewer.ts';
import { itemsOf } from './difference.ts';

export const UNDO = 'history.undo';

/** A change that can be taken back, and what would then be lost. */
export interface Offer {
  revision: number;
  drifts: boolean;
}

/**
 * The latest change that can be taken back, if this person may and the state still allows: decided again, with Slack's word
 * on the people in it, when somebody clicks.
 * @param latest the latest changes of the account, the last one first
 */
export function offerOf(account: Account, latest: readonly ChangeEntry[], by: Person, now: Date): Offer | null {
  const place = latest.findIndex((change) => roleToUndo(change) !== null);
  const change = latest[place];
  if (!change) return null;
  const assumed = account.members.map(
    ({ userId }) => [userId, { ...by, userId, standing: 'member' as const }] as const,
  );
  const decision = decideUndo(account, { change, since: latest.slice(0, place), by }, new Map(assumed), now);
  return decision.kind === 'restored' ? { revision: change.revision, drifts: decision.drifts } : null;
}

/** Characters of what a dialog names. */
const LONGEST_LOSS = 180;

/** One click takes the change back; if something would be lost with it, a dialog says what. */
export function undoButton(offer: Offer, change: ChangeEntry, viewer: Viewer): Button {
  const { say } = viewer;
  const loss = lossText(offer, change, say);
  return {
    ...button(UNDO, say('history.undo'), { value: String(offer.revision) }),
    accessibility_label: say('history.undo.label', { when: momentText(change.at, viewer) }),
    ...(loss && {
      confirm: {
        title: plain(say('history.undo.confirm')),
        text: { type: 'mrkdwn', text: loss },
        confirm: plain(say('history.undo.yes')),
        deny: plain(say('app.cancel')),
      },
    }),
  };
}

function lossText({ drifts }: Offer, change: ChangeEntry, say: Say): string | null {
  if (drifts) return say.mrkdwn('history.undo.drifts');
  const lost =
    kindOf(change) === 'brand.alias' ? [escapeMrkdwn(String(change.after.supportAlias))] : lostItems(change, say);
  if (lost.length === 0) return null;
  const text = lost.join(', ');
  if (text.length > LONGEST_LOSS) return say.mrkdwn('history.undo.lost.many', { count: lost.length });
  return say.mrkdwn('history.undo.lost', { lost: { mrkdwn: text } });
}

/** What came with the change. */
const lostItems = ({ before, after }: ChangeEntry, say: Say): string[] =>
  ([...PURPOSES, 'integrations'] as const).flatMap((subject) => {
    const was = itemsOf(before, subject, say);
    return itemsOf(after, subject, say).filter((item) => !was.includes(item));
  });
