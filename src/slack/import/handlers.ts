import { createHash } from 'node:crypto';
import {
  decideImport,
  type ImportDecision,
  type ImportRow,
  peopleInImport,
  purposeReader,
} from '../../domain/import.ts';
import { LOCALES, say as speak } from '../../i18n/say.ts';
import { accountsOfMember } from '../../store/accounts.ts';
import { saveSheets } from '../../store/import.ts';
import { readImportText } from '../../table/import-text.ts';
import { purposeName } from '../contact/words.ts';
import { refreshHomes } from '../home/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import type { Metadata } from '../surface.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { importDone } from './done.ts';
import type { Preview } from './preview.ts';
import { textProblemText } from './problem.ts';
import { importView } from './view.ts';

export const openImport = async ({ account, viewer }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: importView.render({ account, pieces: 1, preview: null }, viewer),
});

/** One more field; what was pasted stays where it is. */
export const addPiece = async ({ account, viewer, metadata }: AccountTurn): Promise<Answer> => ({
  kind: 'update',
  view: importView.render({ account, pieces: (metadata.pieces ?? 1) + 1, preview: null }, viewer),
});

/** Shows what the text would do; once that was seen, and nothing is different since, does all of it or nothing. */
export async function saveImport(turn: AccountTurn): Promise<Answer> {
  const { deps, account, viewer, person, now, metadata } = turn;
  const { say } = viewer;
  const pieces = importView.parse(turn.values, metadata.pieces ?? 1);
  const refused = (text: string): Answer => ({ kind: 'errors', errors: { 'text.0': text } });
  const show = (preview: Preview, seen?: Metadata['seen'], notice?: string): Answer => ({
    kind: 'update',
    view: importView.render({ account, pieces: pieces.length, preview, seen, notice }, viewer),
  });
  const read = readImportText(pieces);
  if (!read.ok) return refused(textProblemText(read.problem, say));

  const decision = await decide(turn, read.rows);
  if (decision.kind === 'too-many-accounts') return refused(say('import.text.too-many-accounts', decision));
  if (decision.kind === 'refused') return show(decision);
  const { accounts, changes, rows } = decision;
  const preview = { kind: 'changes', changes, rows } as const;
  if (changes.length === 0) return show(preview);
  const seen = { text: print(pieces), accounts: print(accounts.map(({ id, revision }) => `${id} ${revision}`).sort()) };
  const before = metadata.seen;
  if (!before) return show(preview, seen);
  if (before.text !== seen.text) return show(preview, seen, say.mrkdwn('import.another-text'));
  if (before.accounts !== seen.accounts) return show(preview, seen, say.mrkdwn('import.overtaken'));

  const sheets = accounts.map((one) => ({
    account: one,
    sheet: changes.find((change) => change.account === one)?.sheet ?? null,
  }));
  const saved = await saveSheets(deps.store, { sheets, by: person.userId, now });
  // Whoever was faster bumped a revision: the next look cannot be the one that was seen.
  if (saved.kind === 'conflict') return saveImport(turn);
  const after = async () => {
    for (const one of changes.slice(0, MOST_REFRESHED)) await refreshHomes(turn, one.account);
  };
  return { kind: 'update', view: importDone.render({ changes }, viewer), after };
}

/** Members of more accounts than these see the change when they next open Home. */
const MOST_REFRESHED = 5;

/** A purpose goes by its name in every language: a table may have been made by somebody else. */
const purposeOf = purposeReader((purpose) => LOCALES.map((locale) => purposeName(purpose, speak(locale))));

async function decide(turn: AccountTurn, rows: readonly ImportRow[]): Promise<ImportDecision> {
  const { deps, teamId, person, account, now } = turn;
  const accounts = await accountsOfMember(deps.store, { teamId, userId: person.userId, now });
  const here = accounts.find(({ id }) => id === account.id) ?? account;
  const given = { rows, here, accounts, by: person, purposeOf };
  const people = await lookUpAll({ ...turn, store: deps.store }, peopleInImport(given, now));
  return decideImport(given, people, now);
}

/** Tells one text from another and holds nothing of it: it travels through the client. */
const print = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
