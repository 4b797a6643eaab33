import { type Cover, NO_PLAN, type Plan } from '../../src/domain/coverage/plan.ts';
import { ALWAYS } from '../../src/domain/coverage/target.ts';
import { coverageView, type PictureState } from '../../src/slack/coverage/coverage.ts';
import { SENDING_FAULTS } from '../../src/slack/fault/sending.ts';
import type { Render, Scene } from './surfaces.ts';

const HOUR = 60 * 60_000;

/** Somebody, and the one who looks on, each cover some of the week; in the largest account so do very many. */
function planOf({ account, now }: Scene): Plan {
  const cover = (userId: string, place: number): Cover => ({
    ...{ id: `cover${String(place).padStart(11, '0')}`, userId },
    from: new Date(now.getTime() + (12 + place) * HOUR),
    to: new Date(now.getTime() + (12.5 + place) * HOUR),
  });
  const many = account.members.length > 100 ? 40 : 1;
  const others = Array.from({ length: many }, (_, place) => cover('UBRUNO', place));
  return { ...NO_PLAN, target: ALWAYS, covers: [...others, cover('UVIEWING', many)] };
}

const PICTURES: Record<string, PictureState> = {
  coming: { kind: 'coming' },
  sent: { kind: 'sent', file: 'F0123456789' },
  'only sent': { kind: 'sent', file: null },
  ...Object.fromEntries(SENDING_FAULTS.map((reason) => [reason, { kind: 'fault', reason } as const])),
};

export const COVERAGE_SURFACES: Record<string, Render> = {
  [coverageView.id]: ({ account, now }, viewer) => coverageView.render({ account, plan: NO_PLAN, now }, viewer),
  [`${coverageView.id} covers`]: (scene, viewer) =>
    coverageView.render(
      { account: scene.account, plan: planOf(scene), now: scene.now, notice: scene.notice[0]?.slice(0, 500) ?? null },
      viewer,
    ),
  ...Object.fromEntries(
    Object.entries(PICTURES).map(([name, picture]): [string, Render] => [
      `${coverageView.id} picture ${name}`,
      (scene, viewer) =>
        coverageView.render({ account: scene.account, plan: planOf(scene), now: scene.now, picture }, viewer),
    ]),
  ),
};
