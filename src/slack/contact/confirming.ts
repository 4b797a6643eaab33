import { admins, memberOf } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { decideConfirm } from '../../domain/confirmation.ts';
import { saveConfirmation } from '../../store/confirmations.ts';
import { tellOrThrow } from '../access/sender.ts';
import { whileHolding } from '../access/still.ts';
import { refreshHomes } from '../home/handlers.ts';
import type { Sender } from '../sink/sender.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { form } from './form.ts';
import { openForm } from './handlers.ts';
import { confirmedMessage, stillRightMessage } from './still-right.ts';

/** All of it still holds (C9). What is missing cannot hold: the form opens instead. */
export async function confirmSheet(turn: AccountTurn): Promise<Answer> {
  const { deps, person, viewer, now } = turn;
  const by = person.userId;
  // A button that names no account confirms none.
  if (turn.value !== turn.account.id) return openForm(turn);
  return whileHolding(turn, 'editor', async (account) => {
    const decision = decideConfirm(account, by, now, deps.confirmEvery);
    if (decision.kind === 'incomplete') return { kind: 'open', view: form.render({ account }, viewer) };
    const say = (of: Account): Answer => ({
      kind: 'say',
      message: confirmedMessage.render({ account: of, already: decision.kind === 'already' }, viewer),
    });
    if (decision.kind === 'already') return say(account);
    const saved = await saveConfirmation(deps.store, { account, confirmation: decision.confirmation, by, now });
    if (saved.kind === 'conflict') return saved;
    return { ...say(saved.account), after: () => refreshHomes(turn, saved.account) };
  });
}

/**
 * Asks the admins, and from the second time on everybody who may change the sheet. Throws only if nobody could be told:
 * whoever was told once is not told again for the sake of the others.
 */
export async function askStillRight(
  sender: Sender,
  { account, ask }: { account: Account; ask: number },
): Promise<void> {
  const { now } = sender;
  const editors = account.members.filter(({ userId }) => memberOf(account, userId, now)?.role === 'editor');
  const asked = ask > 1 ? [...admins(account, now), ...editors] : admins(account, now);
  const told = await Promise.allSettled(
    asked.map(({ userId }) =>
      tellOrThrow(sender, userId, account, (viewer) => stillRightMessage.render({ account, ask }, viewer)),
    ),
  );
  const failed = told.find((one) => one.status === 'rejected');
  if (failed && told.every((one) => one.status === 'rejected')) throw failed.reason;
}
