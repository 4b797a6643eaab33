import { historyModal, PER_PAGE } from '../../src/slack/history/modal.ts';
import { type Outcome, undoneModal } from '../../src/slack/history/undone.ts';
import { changesOf, type Render, type Scene } from './surfaces.ts';

/** Changes of every kind, over as many pages as they take; the last one can be taken back. */
const pageOf = ({ account, now }: Scene, page: number) => {
  const all = changesOf(account, now);
  const changes = all.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  return { account, changes, older: (page + 1) * PER_PAGE < all.length, newer: page > 0 };
};

const outcomes = (outcome: (scene: Scene) => Outcome): Render => {
  return (scene, viewer) => undoneModal.render({ account: scene.account, outcome: outcome(scene) }, viewer);
};
const refused = (refusal: Extract<Outcome, { kind: 'refused' }>['refusal']) =>
  outcomes(() => ({ kind: 'refused', refusal }));

export const historySurfaces: Record<string, Render> = {
  [historyModal.id]: (scene, viewer) =>
    historyModal.render({ ...pageOf(scene, 0), offer: { revision: 0, drifts: false }, notice: scene.notice }, viewer),
  [`${historyModal.id} drifting`]: (scene, viewer) =>
    historyModal.render({ ...pageOf(scene, 0), offer: { revision: 1, drifts: true } }, viewer),
  [`${historyModal.id} second page`]: (scene, viewer) => historyModal.render(pageOf(scene, 1), viewer),
  [`${historyModal.id} none`]: ({ account }, viewer) =>
    historyModal.render({ account, changes: [], older: false, newer: false }, viewer),

  [undoneModal.id]: outcomes(({ account }) => ({
    kind: 'restored',
    restored: { kind: 'sheet', sheet: account.sheet, changed: ['tech-emergency', 'support-hours'] },
  })),
  [`${undoneModal.id} alias`]: outcomes(() => ({
    kind: 'restored',
    restored: { kind: 'alias', brandId: 'brand00000000000', supportAlias: 'help@harvest.example' },
  })),
  [`${undoneModal.id} twice`]: refused({ reason: 'undone-already', by: 'UBRUNO' }),
  [`${undoneModal.id} changed`]: refused({ reason: 'changed-since', by: 'UBRUNO' }),
  [`${undoneModal.id} changed by nobody`]: refused({ reason: 'changed-since', by: null }),
  [`${undoneModal.id} not allowed`]: refused({ reason: 'not-allowed' }),
  [`${undoneModal.id} not undoable`]: refused({ reason: 'not-undoable' }),
  [`${undoneModal.id} lacking`]: refused({ reason: 'would-be-missing', missing: ['ops-merchant'] }),
  [`${undoneModal.id} no alias`]: refused({ reason: 'no-alias-before' }),
  [`${undoneModal.id} refused`]: refused({
    reason: 'sheet',
    refusals: { 'ops-users': { reason: 'not-the-alias', expected: 'help@harvest.example' } },
  }),
};
