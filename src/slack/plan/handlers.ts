import type { Account } from '../../domain/account.ts';
import {
  decideException,
  LONGEST_EXCEPTION_NAME,
  MOST_A_DATE,
  MOST_EXCEPTIONS,
} from '../../domain/coverage/planning.ts';
import { showClock } from '../../domain/hours.ts';
import type { Say } from '../../i18n/say.ts';
import { addExceptions, removeException } from '../../store/planning.ts';
import { planOf } from '../../store/plans.ts';
import { whileHolding } from '../access/still.ts';
import { refreshHomes } from '../home/handlers.ts';
import { zoneCity } from '../hours/cities.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { exceptionView } from './exception.ts';
import { planView } from './view.ts';
import { exceptionText } from './words.ts';

/** The list as it is now. */
export async function planAnswer(
  { deps, viewer, now }: AccountTurn,
  account: Account,
  { kind = 'update', ...more }: { kind?: 'open' | 'update'; page?: number; notice?: string | null } = {},
): Promise<Answer> {
  const plan = await planOf(deps.store, { accountId: account.id, now });
  return { kind, view: planView.render({ account, plan, now, ...more }, viewer) };
}

/** The list after something was saved; Home, which shows the coverage, is refreshed. */
export const savedPlan = async (turn: AccountTurn, account: Account, notice: string): Promise<Answer> => ({
  ...(await planAnswer(turn, account, { notice })),
  after: () => refreshHomes(turn, account),
});

export const openPlan = (turn: AccountTurn): Promise<Answer> => planAnswer(turn, turn.account, { kind: 'open' });

export const turnPlanPage = (turn: AccountTurn): Promise<Answer> =>
  planAnswer(turn, turn.account, { page: Number.parseInt(turn.value ?? '', 10) || 0 });

export const openException = async ({ account, viewer }: AccountTurn): Promise<Answer> => ({
  kind: 'update',
  view: exceptionView.render({ account }, viewer),
});

export async function saveException(turn: AccountTurn): Promise<Answer> {
  const { deps, person, viewer, now } = turn;
  const { say } = viewer;
  const draft = exceptionView.parse(turn.values);
  return whileHolding(turn, 'editor', async (account) => {
    const plan = await planOf(deps.store, { accountId: account.id, now });
    const decision = decideException(draft, plan, account.sheet['support-hours'], now);
    if (decision.kind === 'refused') {
      const errors = decision.problems.map(({ field, reason }) => [field, refusal(reason, say)] as const);
      return { kind: 'errors', errors: Object.fromEntries(errors) };
    }
    const { exception, effect, tail } = decision;
    const exceptions = [exception];
    const saved = await addExceptions(deps.store, { account, exceptions, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    const notice = [
      say.mrkdwn('exception.added', { what: exceptionText(exception, say) }),
      ...(effect === 'none' ? [say.mrkdwn('exception.no-effect', { zone: zoneCity(exception.zone, say.locale) })] : []),
      ...(tail !== null ? [say.mrkdwn('exception.tail', { until: showClock(tail) })] : []),
    ].join('\n');
    return savedPlan(turn, saved.account, notice);
  });
}

type Reason = Extract<ReturnType<typeof decideException>, { kind: 'refused' }>['problems'][number]['reason'];

const LIMITS: Partial<Record<Reason, number>> = {
  'too-many-exceptions': MOST_EXCEPTIONS,
  'too-many-hours': MOST_A_DATE,
  'name-too-long': LONGEST_EXCEPTION_NAME,
};

const refusal = (reason: Reason, say: Say): string => say(`exception.${reason}`, { limit: LIMITS[reason] ?? 0 });

export const takeException = (turn: AccountTurn): Promise<Answer> =>
  whileHolding(turn, 'editor', async (account) => {
    const { deps, person, viewer, now } = turn;
    const { say } = viewer;
    const exceptionId = turn.value ?? '';
    const { exceptions } = await planOf(deps.store, { accountId: account.id, now });
    const exception = exceptions.find(({ id }) => id === exceptionId);
    const saved = await removeException(deps.store, { account, exceptionId, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    if (saved.kind === 'gone' || !exception) return planAnswer(turn, account, { notice: say.mrkdwn('plan.gone') });
    const notice = say.mrkdwn('plan.removed', { what: exceptionText(exception, say) });
    return savedPlan(turn, saved.account, notice);
  });
