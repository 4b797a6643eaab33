import type { ModalView } from '@slack/types';
import type { AccountChange } from '../../domain/import.ts';
import { modal, section } from '../block-kit.ts';
import { purposeNames } from '../contact/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export interface ImportDoneState {
  changes: readonly AccountChange[];
}

/** The last words after an import: what was saved in which account, and what it unlocked (R19). */
export const importDone = {
  id: 'import.done',

  render({ changes }: ImportDoneState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: importDone.id,
      title: say('saved.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [
        section(say.mrkdwn('import.done', { count: changes.length })),
        ...changes.map(({ account, changed, unlocks }) => {
          const saved = say.mrkdwn('saved.body', { account: account.name, changed: purposeNames(changed, say) });
          return section(unlocks ? `${saved}\n${say.mrkdwn('unlocked.body', { account: account.name })}` : saved);
        }),
        ...supportAndHelp(say),
      ],
    });
  },
};
