import type { Account } from '../../domain/account.ts';
import { firstConfirmation } from '../../domain/confirmation.ts';
import type { SheetEdit } from '../../domain/edit.ts';
import { readWindows } from '../../domain/hours.ts';
import { type AnswerDecision, askOver, decideAnswer, type SectionAsk } from '../../domain/section.ts';
import type { Say } from '../../i18n/say.ts';
import { findAccount } from '../../store/accounts.ts';
import { changesSince } from '../../store/changes.ts';
import { onLatest } from '../../store/save.ts';
import { closeAsk, findAsk } from '../../store/section-asks.ts';
import { saveSheet } from '../../store/sheets.ts';
import { refusalText } from '../contact/words.ts';
import { refreshHomes } from '../home/handlers.ts';
import { windowErrors } from '../hours/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import { senderOf } from '../sink/sender.ts';
import type { Answer, Turn } from '../turn.ts';
import { fillView, type Over, sectionOverModal, thanksModal } from './fill.ts';
import { refreshInvitation, tellAsker } from './invite.ts';

/** Opens the form of one section, for the person who was asked, as long as it is open. */
export async function openSection(turn: Turn): Promise<Answer> {
  const found = await meant(turn, turn.value);
  if (!found) return closed(turn, 'not-yours', 'open');
  const { account, ask } = found;
  const over = askOver(account, ask, await standing(turn, account, ask), turn.now);
  if (over) return closed(turn, over.kind === 'over' ? over.why : over.kind, 'open');
  return { kind: 'open', view: fillView.render({ account, ask }, turn.viewer) };
}

/** Saves a colleague's answer: the rules are a member's, and the save and the end of the ask are one transaction. */
export async function answerSection(turn: Turn): Promise<Answer> {
  const { deps, person, viewer, now } = turn;
  const askId = turn.metadata.ask ?? null;
  const found = await meant(turn, askId);
  if (!found) return closed(turn, 'not-yours');
  const read = readAnswer(found.ask, turn, viewer.say);
  if ('errors' in read) return { kind: 'errors', errors: read.errors };
  return onLatest<Answer>(found.account, async (account) => {
    const ask = (await findAsk(deps.store, { teamId: turn.teamId, askId: found.ask.id }))?.ask ?? found.ask;
    const given = { ...(await standing(turn, account, ask)), edit: read.edit };
    const decision = decideAnswer(account, ask, given, now);
    if (decision.kind !== 'accepted') return refused(turn, ask, decision);
    const { sheet, missing } = decision;
    const by = person.userId;
    const saved = await saveSheet(deps.store, {
      ...{ account, sheet, by, now },
      confirmation: firstConfirmation(account, missing, by, now, deps.confirmEvery),
      also: (transaction) => closeAsk(transaction, { ask, state: 'answered', now }),
    });
    if (saved.kind === 'conflict') return saved;
    const after = async () => {
      await refreshInvitation(senderOf(turn), saved.account, ask.id);
      await tellAsker(senderOf(turn), { account: saved.account, ask }, 'answered');
      await refreshHomes(turn, saved.account);
    };
    return { kind: 'update', view: thanksModal.render({ account: saved.account, ask }, viewer), after };
  });
}

/** The ask, and its account, whatever the client says about either. */
async function meant(
  { deps, teamId }: Turn,
  askId: string | null,
): Promise<{ account: Account; ask: SectionAsk } | null> {
  const found = askId ? await findAsk(deps.store, { teamId, askId }) : null;
  const account = found && (await findAccount(deps.store, { teamId, accountId: found.ask.accountId }));
  return found && account ? { account, ask: found.ask } : null;
}

/** How the world stands to the ask now: who answers, who asked, and whether the section has changed since. */
async function standing(turn: Turn, account: Account, ask: SectionAsk) {
  const { deps, person } = turn;
  const people = await lookUpAll({ ...turn, store: deps.store }, [ask.by]);
  const since = await changesSince(deps.store, { accountId: account.id, revision: ask.revision });
  return {
    by: person,
    asker: people.get(ask.by) ?? null,
    changedSince: since.some(({ purpose }) => purpose === ask.section),
  };
}

function readAnswer(
  ask: SectionAsk,
  { values }: Turn,
  say: Say,
): { edit: SheetEdit } | { errors: Record<string, string> } {
  const given = fillView.parse(values, ask);
  if ('text' in given) return { edit: { [ask.section]: given.text } };
  const read = readWindows([given.draft]);
  if (!read.ok) return { errors: windowErrors(read.problems, [given.draft], say) };
  return { edit: { 'support-hours': read.windows } };
}

function refused(turn: Turn, ask: SectionAsk, decision: Exclude<AnswerDecision, { kind: 'accepted' }>): Answer {
  if (decision.kind === 'not-yours') return closed(turn, 'not-yours');
  if (decision.kind === 'over') return closed(turn, decision.why);
  const { say } = turn.viewer;
  const { refusal } = decision;
  const text = refusal.reason === 'section-blank' ? say('section.blank') : refusalText(refusal, say);
  return { kind: 'errors', errors: { [ask.section === 'support-hours' ? 'days.0' : ask.section]: text } };
}

const closed = ({ viewer }: Turn, why: Over, kind: 'open' | 'update' = 'update'): Answer => ({
  kind,
  view: sectionOverModal.render({ why }, viewer),
});
