import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { PURPOSES, type Purpose } from '../../domain/purpose.ts';
import type { Restored, UndoRefusal } from '../../domain/undo.ts';
import type { Say } from '../../i18n/say.ts';
import { actions, button, modal, section } from '../block-kit.ts';
import { purposeName, purposeNames, refusalText } from '../contact/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { someone } from './history.ts';

export const OPEN_HISTORY = 'history.open';

/** What came of an undo. */
export type Outcome = { kind: 'restored'; restored: Restored } | { kind: 'refused'; refusal: UndoRefusal };

/** The last words after an undo: what is as before, or why nothing was changed. */
export const undoneModal = {
  id: 'history.undone',

  render({ account, outcome }: { account: Account; outcome: Outcome }, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: undoneModal.id,
      title: say(outcome.kind === 'restored' ? 'history.undo.done.title' : 'history.undo.not.title'),
      close: say('app.close'),
      metadata: metadataOf(account),
      last: true,
      blocks: [
        ...outcomeLines(outcome, say).map((line) => section(line)),
        actions(button(OPEN_HISTORY, say('history.open'), { value: account.id })),
        ...supportAndHelp(say),
      ],
    });
  },
};

/** The outcome as mrkdwn paragraphs. */
export const outcomeLines = (outcome: Outcome, say: Say): string[] =>
  outcome.kind === 'restored'
    ? [say.mrkdwn('history.undo.done', { what: restoredText(outcome.restored, say) })]
    : refusalLines(outcome.refusal, say);

function restoredText(restored: Restored, say: Say): string {
  if (restored.kind === 'sheet') return purposeNames(restored.changed, say);
  return say(restored.kind === 'alias' ? 'history.undo.alias' : 'history.undo.integrations');
}

function refusalLines(refusal: UndoRefusal, say: Say): string[] {
  switch (refusal.reason) {
    case 'undone-already':
      return [say.mrkdwn('history.undo.undone-already', { by: someone(refusal.by, say) })];
    case 'changed-since':
      return refusal.by === null
        ? [say.mrkdwn('history.undo.changed-since.unknown')]
        : [say.mrkdwn('history.undo.changed-since', { by: someone(refusal.by, say) })];
    case 'would-be-missing':
      return [say.mrkdwn('history.undo.would-be-missing', { missing: purposeNames(refusal.missing, say) })];
    case 'sheet': {
      const lines = PURPOSES.flatMap((purpose) => line(purpose, refusal.refusals[purpose], say));
      return [say.mrkdwn('history.undo.sheet'), ...lines];
    }
    default:
      return [say.mrkdwn(`history.undo.${refusal.reason}`)];
  }
}

const line = (purpose: Purpose, refusal: Parameters<typeof refusalText>[0] | undefined, say: Say): string[] =>
  refusal
    ? [
        say.mrkdwn('history.undo.sheet.line', {
          purpose: purposeName(purpose, say),
          reason: refusalText(refusal, say),
        }),
      ]
    : [];
