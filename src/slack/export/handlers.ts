import { audienceOf } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Person } from '../../domain/person.ts';
import { isLocked } from '../../domain/sheet.ts';
import { accountsOfMember, findAccount } from '../../store/accounts.ts';
import type { ChangeEntry } from '../../store/changes.ts';
import { changesOf } from '../../store/history.ts';
import { findPeople } from '../../store/people.ts';
import { newReference } from '../fault/fault.ts';
import { sendingFault } from '../fault/sending.ts';
import { lookUp } from '../person/identify.ts';
import { type Readers, readersOf, THIRD_PARTY } from '../sink/guard.ts';
import { post } from '../sink/message.ts';
import { senderOf } from '../sink/sender.ts';
import { updateView } from '../sink/view.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { exportFile } from './content.ts';
import { type FileToSend, sendFile } from './file.ts';
import { type ExportOutcome, exportFailed, exportSent } from './sent.ts';
import { type ExportAsk, exportView } from './view.ts';

export async function openExport({ deps, teamId, person, account, viewer, now }: AccountTurn): Promise<Answer> {
  const { length: count } = await accountsOfMember(deps.store, { teamId, userId: person.userId, now });
  return { kind: 'open', view: exportView.render({ account, count }, viewer) };
}

/** A file takes longer than Slack waits for an answer: the view says that it comes, and then what became of it. */
export async function sendExport(turn: AccountTurn): Promise<Answer> {
  const { account, viewer } = turn;
  const ask = exportView.parse(turn.values);
  if (ask.what === 'history' && ask.audience === 'third-party') {
    return { kind: 'errors', errors: { audience: viewer.say('export.refused.history') } };
  }
  const view = exportSent.render({ account, outcome: { kind: 'sending' } }, viewer);
  return { kind: 'update', view, after: async () => showOutcome(turn, await outcomeOf(turn, ask)) };
}

async function outcomeOf(turn: AccountTurn, ask: ExportAsk): Promise<ExportOutcome> {
  const { deps, person } = turn;
  try {
    const made = await makeFile(turn, ask);
    if (made.kind === 'refused') return made;
    await sendFile(senderOf(turn), made.readers, person.userId, made.file);
    return { kind: 'sent' };
  } catch (error) {
    const reference = newReference();
    deps.log.error('export.failed', { reference, error });
    return { kind: 'fault', reason: sendingFault(error), reference };
  }
}

type Made = { kind: 'file'; file: FileToSend; readers: Readers } | Extract<ExportOutcome, { kind: 'refused' }>;

/** Who this is, and what they may see, is asked anew at the moment of sending: a file cannot be taken back. */
async function makeFile(turn: AccountTurn, ask: ExportAsk): Promise<Made> {
  const { deps, client, teamId } = turn;
  const now = deps.now();
  const person = await lookUp({ store: deps.store, client, teamId, now }, turn.person.userId);
  const may = (await accountsMeant(turn, ask, now)).filter(
    (account) => audienceOf(account, person, now) === 'internal',
  );
  const locked = may.filter(isLocked);
  const [first, ...more] = may.filter((account) => !isLocked(account));
  if (!first) return { kind: 'refused', reason: locked.length > 0 ? 'locked' : 'no-access' };
  const changes = ask.what === 'history' ? await allChanges(turn, first) : [];
  const accounts = [first, ...more] as const;
  const people = await peopleIn(turn, accounts, changes);
  const content = { ask, accounts, changes, people, locked, now };
  const viewer = viewerOf(person, first, now);
  const about = more.length === 0 ? first : undefined;
  const readers = ask.audience === 'internal' ? readersOf(viewer, about) : { ...THIRD_PARTY, about: about?.id };
  return { kind: 'file', file: exportFile(content, viewer), readers };
}

async function accountsMeant({ deps, teamId, person, account }: AccountTurn, ask: ExportAsk, now: Date) {
  if (ask.what === 'all') return accountsOfMember(deps.store, { teamId, userId: person.userId, now });
  const found = await findAccount(deps.store, { teamId, accountId: account.id });
  return found ? [found] : [];
}

/** Every change of an account, the first one first. */
async function allChanges({ deps }: AccountTurn, account: Account): Promise<ChangeEntry[]> {
  const all: ChangeEntry[] = [];
  for await (const page of changesOf(deps.store, { accountId: account.id })) all.push(...page);
  return all;
}

const peopleIn = (
  { deps, teamId }: AccountTurn,
  accounts: readonly Account[],
  changes: readonly ChangeEntry[],
): Promise<Map<string, Person>> =>
  findPeople(deps.store, {
    teamId,
    userIds: [...accounts.flatMap(({ sheet }) => sheet.alert), ...changes.map(({ by }) => by)],
  });

/** Where the person looks; if they have closed the view, whatever went wrong comes as a message. */
async function showOutcome(turn: AccountTurn, outcome: ExportOutcome): Promise<void> {
  const { viewId, account, viewer, person, deps } = turn;
  const readers = readersOf(viewer, account);
  try {
    if (!viewId) throw new Error('the view is not known');
    const view = exportSent.render({ account, outcome }, viewer);
    await updateView(senderOf(turn), readers, { id: viewId, view });
  } catch (error) {
    deps.log.error('export.unseen', { error });
    if (outcome.kind === 'sent') return;
    const message = exportFailed.render({ account, outcome }, viewer);
    await post(senderOf(turn), readers, { channel: person.userId, ...message });
  }
}
