import type { Account } from '../../domain/account.ts';
import { decideCover, decideReturn } from '../../domain/coverage/cover.ts';
import { coverInterval } from '../../domain/coverage/plan.ts';
import { mention } from '../../i18n/say.ts';
import { returnCover, takeCover } from '../../store/covers.ts';
import { planOf } from '../../store/plans.ts';
import { whileHolding } from '../access/still.ts';
import { refreshHomes } from '../home/handlers.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { coverageView } from './coverage.ts';
import { showPicture } from './showing.ts';
import { readCover, readGap } from './value.ts';
import { gapText } from './words.ts';

/** The words at once; the picture as soon as it is drawn, which takes longer than a command may. */
export async function openCoverage(turn: AccountTurn): Promise<Answer> {
  const view = await coverageOf(turn, { kind: 'coming' });
  return { kind: 'open', view, after: (viewId) => showPicture(turn, viewId ?? null) };
}

/** Draws what is true now, in the view that the person is in. */
export async function drawWeek(turn: AccountTurn): Promise<Answer> {
  const view = await coverageOf(turn, { kind: 'coming' });
  return { kind: 'update', view, anyhow: true, after: (viewId) => showPicture(turn, viewId ?? null) };
}

async function coverageOf({ deps, account, viewer, now }: AccountTurn, picture: { kind: 'coming' }) {
  const plan = await planOf(deps.store, { accountId: account.id, now });
  return coverageView.render({ account, plan, now, picture }, viewer);
}

/** "I'll cover this" (C4): for the account, its hours and its covers as they are at the click. */
export async function take(turn: AccountTurn): Promise<Answer> {
  const { deps, person, viewer, now } = turn;
  const { say } = viewer;
  return whileHolding(turn, 'viewer', async (account) => {
    const plan = await planOf(deps.store, { accountId: account.id, now });
    const decision = decideCover(account, plan, { by: person, gap: readGap(turn.value) }, now);
    if (decision.kind === 'refused') {
      const { refusal } = decision;
      const own = refusal.reason === 'taken' && refusal.userId === person.userId;
      const user = refusal.reason === 'taken' ? mention(refusal.userId) : '';
      const key = own ? 'coverage.refused.taken.own' : (`coverage.refused.${refusal.reason}` as const);
      return answerWith(turn, account, say.mrkdwn(key, { user }));
    }
    const { from, to } = decision;
    const saved = await takeCover(deps.store, { account, by: person.userId, now, from, to });
    if (saved.kind === 'conflict') return saved;
    const gap = gapText(coverInterval({ from, to }), now, viewer);
    return {
      ...(await answerWith(turn, saved.account, say.mrkdwn('coverage.notice.taken', { gap }))),
      after: () => refreshHomes(turn, saved.account),
    };
  });
}

export async function handBack(turn: AccountTurn): Promise<Answer> {
  const { deps, person, viewer, now } = turn;
  const { say } = viewer;
  return whileHolding(turn, 'viewer', async (account) => {
    const plan = await planOf(deps.store, { accountId: account.id, now });
    const decision = decideReturn(account, plan, { by: person, coverId: readCover(turn.value) }, now);
    if (decision.kind === 'refused') {
      return answerWith(turn, account, say.mrkdwn(`coverage.refused.${decision.refusal.reason}`));
    }
    const { cover } = decision;
    const saved = await returnCover(deps.store, { account, by: person.userId, now, cover });
    if (saved.kind === 'conflict') return saved;
    const gap = gapText(coverInterval(cover), now, viewer);
    return {
      ...(await answerWith(turn, saved.account, say.mrkdwn('coverage.notice.returned', { gap }))),
      after: () => refreshHomes(turn, saved.account),
    };
  });
}

/** What came of it, above the coverage as it is now; a picture of before would say something else, and goes. */
async function answerWith(turn: AccountTurn, account: Account, notice: string): Promise<Answer> {
  const { deps, viewer, now, surface } = turn;
  const plan = await planOf(deps.store, { accountId: account.id, now });
  const view = coverageView.render({ account, plan, now, notice }, viewer);
  return surface === coverageView.id ? { kind: 'update', view, anyhow: true } : { kind: 'open', view };
}
