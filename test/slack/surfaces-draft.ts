import { NO_PLAN } from '../../src/domain/coverage/plan.ts';
import type { Conflict } from '../../src/domain/merge.ts';
import { FORM_PURPOSES } from '../../src/slack/contact/draft.ts';
import { form } from '../../src/slack/contact/form.ts';
import { draftsOf, hoursView } from '../../src/slack/hours/view.ts';
import type { Render, Scene } from './surfaces.ts';

/** What a person had typed two hours before, in every field. */
const typedOf = ({ account: { sheet } }: Scene) => ({
  ...(sheet.alert.length > 0 && { alert: sheet.alert.slice(1) }),
  ...Object.fromEntries(
    FORM_PURPOSES.flatMap((purpose) => (purpose === 'alert' ? [] : [[purpose, `typed-${purpose}@draft.example`]])),
  ),
});

const resumedOf = ({ now }: Scene) => ({ at: new Date(now.getTime() - 2 * 60 * 60_000), now });

/** Somebody else has changed every field meanwhile. */
const conflictsOf = ({ account }: Scene): Conflict[] =>
  FORM_PURPOSES.map((purpose) => {
    const theirs = account.sheet[purpose];
    return { purpose, by: 'UBRUNO', revision: account.revision, before: [...theirs].reverse(), theirs };
  });

const [revision, by] = [6, 'UBRUNO'];
const NINE_TO_FIVE = [{ zone: 'America/Sao_Paulo', days: [1, 2] as const, start: 540, end: 1020 }];

/** The forms with what was kept for the person, and with what somebody else has changed meanwhile. */
export const DRAFT_SURFACES: Record<string, Render> = {
  [`${form.id} resumed`]: (scene, viewer) =>
    form.render({ account: scene.account, typed: typedOf(scene), resumed: resumedOf(scene) }, viewer),
  [`${form.id} conflict`]: (scene, viewer) =>
    form.render(
      {
        ...{ account: scene.account, notice: scene.notice, typed: typedOf(scene), conflicts: conflictsOf(scene) },
        choices: { 'ops-platform': { choice: 'theirs', about: scene.account.revision } },
      },
      viewer,
    ),
  [`${hoursView.id} resumed`]: (scene, viewer) =>
    hoursView.render(
      {
        ...{ account: scene.account, plan: NO_PLAN, now: scene.now },
        ...{ drafts: draftsOf(NINE_TO_FIVE, 'UTC'), resumed: resumedOf(scene) },
      },
      viewer,
    ),
  [`${hoursView.id} conflict`]: ({ account, now }, viewer) =>
    hoursView.render(
      {
        ...{ account, plan: NO_PLAN, now, drafts: draftsOf(account.sheet['support-hours'], 'UTC') },
        ...{ conflict: { by, revision, before: NINE_TO_FIVE, theirs: account.sheet['support-hours'] } },
      },
      viewer,
    ),
};
