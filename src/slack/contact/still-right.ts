import type { Account } from '../../domain/account.ts';
import { isUnconfirmed } from '../../domain/confirmation.ts';
import { PURPOSES } from '../../domain/purpose.ts';
import { mention } from '../../i18n/say.ts';
import { actions, type Blocks, button, facts, type Message, section } from '../block-kit.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import { dateText, type Viewer } from '../viewer.ts';
import { OPEN_FORM } from './form.ts';
import { reach, routeMrkdwn, routeText } from './reach.ts';
import { purposeName } from './words.ts';

export const CONFIRM = 'contact.confirm';

export interface StillRightState {
  account: Account;
  /** How often people were asked, this time included. */
  ask: number;
}

/** Asks those who may change the sheet whether it still holds (C9): one click says yes, the other opens what changed. */
export const stillRightMessage = {
  id: 'contact.still-right',

  render({ account, ask }: StillRightState, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const { confirmed } = account;
    const since = confirmed
      ? say.mrkdwn('still-right.since', { date: dateText(confirmed.at, viewer), by: mention(confirmed.by) })
      : say.mrkdwn('still-right.never');
    const question = say.mrkdwn(ask > 1 ? 'still-right.again' : 'still-right.question', { account: account.name });
    const lines = PURPOSES.map((purpose) => {
      const value = routeText(reach(account, purpose, viewer), say);
      return say('status.contact', { purpose: purposeName(purpose, say), value });
    });
    return {
      text: [question, since, ...lines].join(' '),
      blocks: [
        section(`${question}\n${since}`),
        ...facts(
          PURPOSES.map(
            (purpose) => `*${purposeName(purpose, say)}*\n${routeMrkdwn(reach(account, purpose, viewer), say)}`,
          ),
        ),
        actions(confirmButton(account, viewer), button(OPEN_FORM, say('still-right.changed'), { value: account.id })),
        ...supportAndHelp(say),
      ],
    };
  },
};

const confirmButton = (account: Account, { say }: Viewer) =>
  button(CONFIRM, say('still-right.confirm'), { value: account.id, style: 'primary' });

/** Who said last that the details hold, for Home and the status; with the button once that no longer counts (C9). */
export function confirmationBlocks(account: Account, now: Date, viewer: Viewer): Blocks {
  const { say, role } = viewer;
  const { confirmed } = account;
  if (!isUnconfirmed(account, now)) {
    if (!confirmed) return [];
    const facts = {
      date: dateText(confirmed.at, viewer),
      by: mention(confirmed.by),
      until: dateText(confirmed.until, viewer),
    };
    return [section(say.mrkdwn('still-right.holds', facts))];
  }
  const text = confirmed
    ? say.mrkdwn('still-right.due', { date: dateText(confirmed.at, viewer), by: mention(confirmed.by) })
    : say.mrkdwn('still-right.due.never');
  return [section(text, role === 'viewer' ? undefined : confirmButton(account, viewer))];
}

/** The answer to the click. */
export const confirmedMessage = {
  id: 'contact.confirmed',

  render({ account, already }: { account: Account; already: boolean }, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const { confirmed } = account;
    if (!confirmed) throw new Error('nobody has confirmed the account');
    const facts = {
      account: account.name,
      by: mention(confirmed.by),
      date: dateText(confirmed.at, viewer),
      until: dateText(confirmed.until, viewer),
    };
    const text = say.mrkdwn(already ? 'still-right.already' : 'still-right.thanks', facts);
    return { text, blocks: [section(text), ...supportAndHelp(say)] };
  },
};
