import { discardDraft } from '../../store/drafts.ts';
import { formBase } from '../contact/below.ts';
import { formDraftOf } from '../contact/draft.ts';
import { form } from '../contact/form.ts';
import { showChosen } from '../hours/choosing.ts';
import { discardedHours, hoursDraftOf } from '../hours/draft.ts';
import { hoursView } from '../hours/view.ts';
import type { AccountTurn, Answer, Turn } from '../turn.ts';
import { keep } from './keep.ts';

/** The forms that are kept while they are typed into, and what each of them keeps. */
const FORMS: Readonly<Record<string, (turn: Turn) => object>> = {
  [form.id]: formDraftOf,
  [hoursView.id]: hoursDraftOf,
};

/** A form was closed. What is in it is kept. */
export async function keepTyped(turn: Turn): Promise<Answer> {
  await keepForm(turn);
  return { kind: 'nothing' };
}

/** A letter was typed, or a choice made. What is in the form is kept; the form of the hours says what they are by now. */
export async function keepChosen(turn: Turn): Promise<Answer> {
  // What comes late shows nothing: a later choice has been shown.
  if ((await keepForm(turn)) && turn.surface === hoursView.id) await showChosen(turn);
  return { kind: 'nothing' };
}

async function keepForm(turn: Turn): Promise<boolean> {
  const { surface, actedAt, values } = turn;
  const draftOf = surface !== null && Object.hasOwn(FORMS, surface) ? FORMS[surface] : undefined;
  // Without a time nobody knows whether something later is kept already; a form without values has nothing to say.
  if (!surface || !draftOf || !actedAt || Object.keys(values).length === 0) return false;
  return keep(turn, surface, draftOf(turn), actedAt);
}

/** Back to what is saved: the draft is forgotten, and every field shows the account. */
export async function discard(turn: AccountTurn): Promise<Answer> {
  const { deps, account, person, surface, viewer, now, actedAt } = turn;
  if (surface !== form.id && surface !== hoursView.id) return { kind: 'nothing' };
  const at = actedAt ?? now;
  await discardDraft(deps.store, { accountId: account.id, userId: person.userId, surface, at });
  if (surface === hoursView.id) return { kind: 'update', view: await discardedHours(turn) };
  const { anew = 0 } = formBase(turn) ?? {};
  const base = { revision: account.revision, fields: {}, anew: anew + 1 };
  return { kind: 'update', view: form.render({ account, base }, viewer) };
}
