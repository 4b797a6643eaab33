import { holds, memberOf, type Role } from './access.ts';
import { type Account, expectedAlias } from './account.ts';
import { decideEdit, type Refusal, type SheetEdit } from './edit.ts';
import { quotesInternal } from './leak.ts';
import type { Person, Standing } from './person.ts';
import { ADDRESS_PURPOSES, type Purpose } from './purpose.ts';
import { requirement, type Sheet } from './sheet.ts';

/** What a colleague without access can be asked to fill (X7): everything but the alert contacts, who are members. */
export const SECTIONS = [...ADDRESS_PURPOSES, 'support-hours'] as const satisfies readonly Purpose[];

export type Section = (typeof SECTIONS)[number];

export type AskState = 'open' | 'answered' | 'withdrawn' | 'expired';

/** A member asks a colleague to fill one section of the sheet, and sees to it that they see nothing else. */
export interface SectionAsk {
  id: string;
  accountId: string;
  section: Section;
  /** User id of the colleague. */
  forUser: string;
  /** User id of who asked. */
  by: string;
  note: string;
  /** Revision of the account at which it was asked. */
  revision: number;
  state: AskState;
  askedAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
}

const DAY = 24 * 60 * 60_000;

/** Days for which a colleague can be given the form. */
export const ASK_DAYS = [1, 3, 7] as const;
export const LONGEST_NOTE = 500;

/** An ask whose time is over is not open, even before anybody has written that down. */
export const askStateAt = ({ state, expiresAt }: SectionAsk, now: Date): AskState =>
  state === 'open' && now >= expiresAt ? 'expired' : state;

/** The sections of this account that can be asked for. */
export const sectionsOf = (account: Account): Section[] =>
  SECTIONS.filter((section) => requirement(account, section) !== 'hidden');

export interface AskWish {
  by: Person;
  forPerson: Person | null;
  section: Section | null;
  days: number | null;
  note: string;
}

export type AskProblem =
  | { field: 'person'; reason: 'nobody-chosen' }
  | { field: 'person'; reason: 'not-a-colleague'; standing: Exclude<Standing, 'member'> }
  | { field: 'person'; reason: 'edits-already'; role: Role }
  | { field: 'section'; reason: 'section-missing' | 'no-alias' }
  | { field: 'days'; reason: 'days-missing' }
  | { field: 'note'; reason: 'reason-too-long'; limit: number }
  /** The colleague sees no contact, and so none in the words that come with the form (R12). */
  | { field: 'note'; reason: 'note-quotes-contact' };

export type AskDecision =
  | { kind: 'asked'; section: Section; forUser: string; note: string; expiresAt: Date }
  | { kind: 'refused'; problems: readonly AskProblem[] };

/** May this colleague be asked for this section (X7)? Whoever may change the sheet anyway needs no form of their own. */
export function decideAsk(account: Account, wish: AskWish, now: Date): AskDecision {
  const { forPerson, days } = wish;
  const problems: AskProblem[] = [];
  const note = wish.note.normalize('NFC').trim();
  const section = sectionsOf(account).find((known) => known === wish.section) ?? null;
  const lasts = ASK_DAYS.find((known) => known === days) ?? null;
  if (!section) problems.push({ field: 'section', reason: 'section-missing' });
  else if (section === 'ops-users' && expectedAlias(account) === null) {
    problems.push({ field: 'section', reason: 'no-alias' });
  }
  if (!forPerson) problems.push({ field: 'person', reason: 'nobody-chosen' });
  else if (forPerson.standing !== 'member') {
    problems.push({ field: 'person', reason: 'not-a-colleague', standing: forPerson.standing });
  } else {
    const role = memberOf(account, forPerson.userId, now)?.role ?? null;
    if (role === 'editor' || role === 'admin') problems.push({ field: 'person', reason: 'edits-already', role });
  }
  if (!lasts) problems.push({ field: 'days', reason: 'days-missing' });
  if ([...note].length > LONGEST_NOTE) problems.push({ field: 'note', reason: 'reason-too-long', limit: LONGEST_NOTE });
  const reader = forPerson ? memberOf(account, forPerson.userId, now) : null;
  if (!reader && quotesInternal(account, note)) problems.push({ field: 'note', reason: 'note-quotes-contact' });
  if (problems.length > 0 || !section || !forPerson || !lasts) return { kind: 'refused', problems };
  const expiresAt = new Date(now.getTime() + lasts * DAY);
  return { kind: 'asked', section, forUser: forPerson.userId, note, expiresAt };
}

export interface SectionAnswer {
  by: Person;
  /** Who asked, as Slack knows them now; null if it no longer does. */
  asker: Person | null;
  edit: SheetEdit;
  /** Whether somebody has changed the section since it was asked for. */
  changedSince: boolean;
}

export type AnswerDecision =
  | { kind: 'accepted'; sheet: Sheet; missing: readonly Purpose[]; unlocks: boolean }
  | { kind: 'refused'; refusal: Refusal | { reason: 'section-blank' } }
  | { kind: 'over'; why: Exclude<AskState, 'open'> | 'asker-gone' | 'changed' | 'not-available' }
  /** Whoever was not asked learns nothing, not even that somebody was. */
  | { kind: 'not-yours' };

/** Whether the form may still be opened, or answered, by this person; null means yes. */
export function askOver(
  account: Account,
  ask: SectionAsk,
  { by, asker, changedSince }: Omit<SectionAnswer, 'edit'>,
  now: Date,
): Exclude<AnswerDecision, { kind: 'accepted' | 'refused' }> | null {
  if (by.userId !== ask.forUser || by.standing !== 'member') return { kind: 'not-yours' };
  const state = askStateAt(ask, now);
  if (state !== 'open') return { kind: 'over', why: state };
  if (!asker || !holds(account, asker, 'editor', now)) return { kind: 'over', why: 'asker-gone' };
  if (requirement(account, ask.section) === 'hidden') return { kind: 'over', why: 'not-available' };
  return changedSince ? { kind: 'over', why: 'changed' } : null;
}

/** A colleague's answer goes through the same rules as a member's, for this section alone (X7). */
export function decideAnswer(account: Account, ask: SectionAsk, answer: SectionAnswer, now: Date): AnswerDecision {
  const over = askOver(account, ask, answer, now);
  if (over) return over;
  const given = answer.edit[ask.section];
  if (given === undefined || given.length === 0 || (typeof given === 'string' && given.trim() === '')) {
    return { kind: 'refused', refusal: { reason: 'section-blank' } };
  }
  const decision = decideEdit(account, { [ask.section]: given }, new Map(), now);
  if (decision.kind === 'refused') {
    const [refusal] = Object.values(decision.refusals);
    if (!refusal) throw new Error('a refusal without a reason');
    return { kind: 'refused', refusal };
  }
  const { sheet, missing, unlocks } = decision;
  return { kind: 'accepted', sheet, missing, unlocks };
}
