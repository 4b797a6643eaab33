import { decideAsk } from '../../domain/section.ts';
import { createAsk, findAsk, openAsks, settleAsk } from '../../store/section-asks.ts';
import { whileHolding } from '../access/still.ts';
import { lookUpAll } from '../person/identify.ts';
import { senderOf } from '../sink/sender.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { askErrors, askView } from './ask.ts';
import { invite, refreshInvitation } from './invite.ts';

export async function openAsk({ deps, account, viewer }: AccountTurn): Promise<Answer> {
  const open = await openAsks(deps.store, { accountId: account.id });
  return { kind: 'open', view: askView.render({ account, open }, viewer) };
}

export async function sendAsk(turn: AccountTurn): Promise<Answer> {
  const { deps, viewer, person, now } = turn;
  const { userId, ...given } = askView.parse(turn.values);
  const people = await lookUpAll({ ...turn, store: deps.store }, userId ? [userId] : []);
  const wish = { ...given, by: person, forPerson: (userId && people.get(userId)) || null };
  return whileHolding(turn, 'editor', async (account) => {
    const decision = decideAsk(account, wish, now);
    if (decision.kind === 'refused') return { kind: 'errors', errors: askErrors(decision.problems, viewer.say) };
    const { kind: _, ...asked } = decision;
    const outcome = await createAsk(deps.store, { account, wish: asked, by: person.userId, now });
    if (outcome.kind === 'conflict') return outcome;
    if (outcome.kind === 'asked-already') {
      return { kind: 'errors', errors: { person: viewer.say('section.asked-already') } };
    }
    const { account: saved, ask } = outcome;
    const open = await openAsks(deps.store, { accountId: account.id });
    return {
      kind: 'update',
      view: askView.render({ account: saved, open, sent: ask }, viewer),
      after: () => invite(senderOf(turn), { account: saved, ask }),
    };
  });
}

/** Takes an ask back, as everybody may who could ask; one that is over meanwhile just leaves the list. */
export async function withdrawAsk(turn: AccountTurn): Promise<Answer> {
  const { deps, teamId, person, viewer, now, value } = turn;
  return whileHolding(turn, 'editor', async (account) => {
    const found = await findAsk(deps.store, { teamId, askId: value ?? '' });
    const shown = async (): Promise<Answer> => {
      const open = await openAsks(deps.store, { accountId: account.id });
      return { kind: 'update', view: askView.render({ account, open }, viewer) };
    };
    // The view names the account, and the ask is one of it: what was forged takes nothing back.
    if (turn.metadata.account !== account.id || found?.ask.accountId !== account.id) return shown();
    if (found.ask.state !== 'open') return shown();
    const settled = { account, ask: found.ask, state: 'withdrawn', by: person.userId, now } as const;
    const saved = await settleAsk(deps.store, settled);
    if (saved.kind === 'conflict') return saved;
    return { ...(await shown()), after: () => refreshInvitation(senderOf(turn), saved.account, found.ask.id) };
  });
}
