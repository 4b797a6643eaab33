import type { AccountTurn, Answer } from '../turn.ts';
import { adviceMessage, adviceModal, adviceText, passOver } from './advice.ts';
import { formBelow } from './below.ts';
import { form } from './form.ts';

/** Passes advice over with one click, and says so where it was given (R10). */
export async function keepAdvised(turn: AccountTurn): Promise<Answer> {
  const { account, viewer, surface } = turn;
  const outcome = await passOver(turn);
  const state = { account, outcome };
  const base = formBelow(turn);
  if (surface === form.id && base) {
    const advice = outcome.kind === 'changed' ? outcome.advised : [];
    const notice = [adviceText(state, viewer)];
    return { kind: 'update', view: form.render({ account, notice, advice, base }, viewer) };
  }
  if (surface === null) return { kind: 'say', message: adviceMessage.render(state, viewer) };
  return { kind: 'update', view: adviceModal.render(state, viewer) };
}
