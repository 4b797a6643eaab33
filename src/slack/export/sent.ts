import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, type Message, modal, section } from '../block-kit.ts';
import type { SendingFault } from '../fault/sending.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { OPEN_EXPORT } from './view.ts';

export type ExportOutcome =
  | { kind: 'sending' }
  | { kind: 'sent' }
  /** Access ended, or the account was locked, between the click and the sending. */
  | { kind: 'refused'; reason: 'no-access' | 'locked' }
  | { kind: 'fault'; reason: SendingFault; reference: string };

export interface SentState {
  account: Account;
  outcome: ExportOutcome;
}

/** What became of a file that somebody asked for. It holds nothing of the sheet. */
export const exportSent = {
  id: 'export.sent',

  render({ account, outcome }: SentState, { say }: Viewer): ModalView {
    return modal({
      id: exportSent.id,
      title: say('export.title'),
      close: say('app.close'),
      metadata: metadataOf(account),
      blocks: [...outcomeBlocks({ account, outcome }, say), ...supportAndHelp(say)],
    });
  },
};

/** The same for whoever has closed the view: a file that did not come is never silent. */
export const exportFailed = {
  id: 'export.failed',

  render(state: SentState, { say }: Viewer): Message {
    return {
      text: outcomeText(state.outcome, say),
      blocks: [...outcomeBlocks(state, say), ...supportAndHelp(say)],
    };
  },
};

function outcomeBlocks({ account, outcome }: SentState, say: Say): Blocks {
  const again = button(OPEN_EXPORT, say('export.again'), { value: account.id });
  return [
    section(outcomeText(outcome, say.mrkdwn)),
    ...(outcome.kind === 'fault' || outcome.kind === 'sent' ? [actions(again)] : []),
  ];
}

function outcomeText(outcome: ExportOutcome, say: Say | Say['mrkdwn']): string {
  switch (outcome.kind) {
    case 'sending':
    case 'sent':
      return say(`export.${outcome.kind}`);
    case 'refused':
      return say(`export.refused.${outcome.reason}`);
    case 'fault':
      return say(`export.fault.${outcome.reason}`, { reference: outcome.reference });
  }
}
