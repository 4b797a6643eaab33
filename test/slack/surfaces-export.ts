import type { Account } from '../../src/domain/account.ts';
import { type AccountChange, MOST_ACCOUNTS, type RowProblem, type RowRefusal } from '../../src/domain/import.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { exportFailed, exportSent } from '../../src/slack/export/sent.ts';
import { exportView } from '../../src/slack/export/view.ts';
import { SENDING_FAULTS } from '../../src/slack/fault/sending.ts';
import { importDone } from '../../src/slack/import/done.ts';
import { importView, MOST_PIECES } from '../../src/slack/import/view.ts';
import type { Render, Scene } from './surfaces.ts';

const REFERENCE = 'K7Q2MX';
const SEEN = { text: 'f'.repeat(32), accounts: '0'.repeat(32) };

/** Every account of the scene with other answers to everything, as far as one import goes. */
function changesOf({ account, accounts }: Scene): AccountChange[] {
  const changeOf = (one: Account): AccountChange => {
    const { sheet } = one;
    const others = { 'tech-emergency': ['night@harvest.example', ...sheet['tech-emergency'].slice(0, 1)] };
    const changed = sheet['tech-emergency'].length > 5 ? PURPOSES : (['tech-emergency', 'support-hours'] as const);
    return { account: one, sheet: { ...sheet, ...others, 'support-hours': [] }, changed, unlocks: one === account };
  };
  return [account, ...accounts.slice(1, MOST_ACCOUNTS)].map(changeOf);
}

const PROBLEMS: RowProblem[] = [
  { reason: 'not-an-address', text: '<nobody>' },
  { reason: 'not-the-alias', expected: 'help@harvest.example' },
  { reason: 'account-unknown', text: 'Nowhere & Co' },
  { reason: 'account-unclear', text: 'Blue Fig' },
  { reason: 'not-an-editor' },
  { reason: 'purpose-unknown', text: 'ops' },
  { reason: 'person-unreadable', text: 'Bruno' },
  { reason: 'not-a-member', userId: 'UGIL', name: 'Gil', standing: 'guest' },
  { reason: 'window-unreadable', text: 'Mon 9-5' },
  { reason: 'zone-unknown', text: 'Mon 09:00-17:00 EST' },
  { reason: 'row-twice', first: 2 },
];

/** Each problem once; with much data, as often as ten full fields have rows. */
const refusalsOf = ({ account }: Scene): RowRefusal[] =>
  Array.from({ length: account.name.includes('<') ? 1500 : PROBLEMS.length }, (_, place): RowRefusal => {
    const problem = PROBLEMS[place % PROBLEMS.length] as RowProblem;
    const nowhere = problem.reason === 'account-unknown';
    return {
      row: place + 2,
      account: nowhere ? null : account.name,
      purpose: nowhere ? null : 'tech-emergency',
      problem,
    };
  });

/** What goes out as a file and comes in as a table. */
export const EXPORT_SURFACES: Record<string, Render> = {
  [exportView.id]: ({ account, accounts }, viewer) => exportView.render({ account, count: accounts.length }, viewer),
  [exportSent.id]: ({ account }, viewer) => exportSent.render({ account, outcome: { kind: 'sending' } }, viewer),
  [`${exportSent.id} done`]: ({ account }, viewer) => exportSent.render({ account, outcome: { kind: 'sent' } }, viewer),
  ...Object.fromEntries(
    (['no-access', 'locked'] as const).map((reason): [string, Render] => [
      `${exportSent.id} ${reason}`,
      ({ account }, viewer) => exportSent.render({ account, outcome: { kind: 'refused', reason } }, viewer),
    ]),
  ),
  ...Object.fromEntries(
    SENDING_FAULTS.map((reason): [string, Render] => [
      `${exportFailed.id} ${reason}`,
      ({ account }, viewer) =>
        exportFailed.render({ account, outcome: { kind: 'fault', reason, reference: REFERENCE } }, viewer),
    ]),
  ),
  [importView.id]: ({ account }, viewer) => importView.render({ account, pieces: 1, preview: null }, viewer),
  [`${importView.id} pieces`]: ({ account }, viewer) =>
    importView.render({ account, pieces: MOST_PIECES, preview: null }, viewer),
  [`${importView.id} preview`]: (scene, viewer) => {
    const preview = { kind: 'changes', changes: changesOf(scene), rows: 9 } as const;
    return importView.render({ ...scene, pieces: MOST_PIECES, preview, seen: SEEN, notice: scene.notice[0] }, viewer);
  },
  [`${importView.id} nothing`]: ({ account }, viewer) =>
    importView.render({ account, pieces: 1, preview: { kind: 'changes', changes: [], rows: 7 } }, viewer),
  [`${importView.id} refused`]: (scene, viewer) => {
    const preview = { kind: 'refused', refusals: refusalsOf(scene) } as const;
    return importView.render({ account: scene.account, pieces: MOST_PIECES, preview }, viewer);
  },
  [importDone.id]: (scene, viewer) => importDone.render({ changes: changesOf(scene) }, viewer),
};
