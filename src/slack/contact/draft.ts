import type { Choices } from '../../domain/choice.ts';
import { unsaved } from '../../domain/draft.ts';
import type { SheetEdit } from '../../domain/edit.ts';
import type { FormPurpose } from '../../domain/merge.ts';
import { ADDRESS_PURPOSES } from '../../domain/purpose.ts';
import { changesSince } from '../../store/changes.ts';
import { type Draft, findDraft } from '../../store/drafts.ts';
import { chosenOf } from '../draft/chosen.ts';
import type { AccountTurn, Turn } from '../turn.ts';
import { conflictNotice } from './conflict.ts';
import { type FormBase, type FormState, form } from './form.ts';

export const FORM_PURPOSES: readonly FormPurpose[] = ['alert', ...ADDRESS_PURPOSES];

/** What the form keeps as a draft: its fields as they were typed, what they were begun from, and what was chosen. */
export interface FormDraft {
  edit: SheetEdit;
  fields: Readonly<Record<string, number>>;
  choices: Choices;
}

export function formDraftOf({ values, metadata }: Pick<Turn, 'values' | 'metadata'>): FormDraft {
  const chosen = FORM_PURPOSES.map((purpose) => [purpose, chosenOf(values, purpose)] as const);
  return {
    edit: form.parse(values),
    fields: metadata.fields ?? {},
    choices: Object.fromEntries(chosen.filter(([, choice]) => choice)),
  };
}

/** A draft as it was stored; one that an older Callsheet wrote in another way is none. */
function readDraft(draft: Draft | null): (Draft & FormDraft) | null {
  const { edit, fields, choices } = (draft?.values ?? {}) as Partial<FormDraft>;
  return draft && edit && fields && choices ? { ...draft, edit, fields, choices } : null;
}

/**
 * The form as this person finds it: what is saved, and over it what they had typed and not saved, on whatever device (R24).
 * What others saved meanwhile is laid into it (R23). The draft is theirs alone: it is found by who asks.
 * @param below what the form carries if it is open already.
 */
export async function formState(turn: AccountTurn, below: FormBase | null = null): Promise<FormState> {
  const { deps, account, viewer, person, now } = turn;
  const plain = { account, ...(below && { base: below }) };
  if (viewer.role !== 'admin' && viewer.role !== 'editor') return plain;
  const key = { accountId: account.id, userId: person.userId, surface: form.id };
  const draft = readDraft(await findDraft(deps.store, key));
  if (!draft) return plain;
  const { revision, edit, fields, choices } = draft;
  const until = account.revision;
  const since = revision < until ? await changesSince(deps.store, { accountId: account.id, revision, until }) : [];
  const kept = unsaved(account, { edit, shown: { revision, fields }, choices }, since);
  if (!kept) return plain;
  const { typed, conflicts, left } = kept;
  const notice = conflicts.length > 0 ? conflictNotice(conflicts, since, left, account, viewer.say) : [];
  // Whatever is not typed shows the account as it is now.
  const shown = Object.fromEntries(
    FORM_PURPOSES.filter((purpose) => !(purpose in typed)).map((purpose) => [purpose, account.revision]),
  );
  const base = below ?? { revision, fields: { ...fields, ...shown } };
  return { account, base, notice, typed, conflicts, choices, ...(!below && { resumed: { at: draft.savedAt, now } }) };
}
