import type { Account } from '../../domain/account.ts';
import type { Answer } from '../../domain/exported.ts';
import { exportedAccount } from '../../domain/exported.ts';
import type { Person } from '../../domain/person.ts';
import type { Say } from '../../i18n/say.ts';
import type { ChangeEntry } from '../../store/changes.ts';
import { historyCsv, historyJson } from '../../table/history-file.ts';
import { type SheetFile, sheetCsv, sheetJson, type Words } from '../../table/sheet-file.ts';
import { purposeName } from '../contact/words.ts';
import { windowText } from '../hours/words.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import type { FileToSend } from './file.ts';
import type { ExportAsk } from './view.ts';

export interface ExportContent {
  ask: ExportAsk;
  /** The accounts that the file is about: one, or all of the person. */
  accounts: readonly [Account, ...Account[]];
  /** Of a history, the first change first. */
  changes: readonly ChangeEntry[];
  /** Whoever is named in it, by user id. */
  people: ReadonlyMap<string, Person>;
  /** Accounts that are locked, and so have nothing to export yet (R15). */
  locked: readonly Account[];
  now: Date;
}

/** The file that somebody asked for. What is internal is written for a member alone (R12). */
export function exportFile(content: ExportContent, viewer: Viewer): FileToSend {
  const { ask, accounts, now } = content;
  const { say } = viewer;
  const shareable = ask.audience === 'third-party' && ask.what !== 'history';
  if (!shareable) requireInternal(viewer);
  const kind = ask.what === 'account' ? 'sheet' : ask.what === 'all' ? 'sheets' : 'history';
  const parts = ['callsheet', ...(shareable ? ['shareable'] : []), kind, now.toISOString().slice(0, 10)];
  const what = say(`export.file.${ask.what}`, { account: accounts[0].name, count: accounts.length });
  const text = ask.what === 'history' ? historyText(content, say) : sheetText(content, shareable, say);
  return {
    // Names of accounts are people's words, and could be anything: the name of a file holds none of them.
    name: `${parts.join('-')}.${ask.format}`,
    title: shareable ? say('export.file.shareable', { what }) : what,
    content: text,
    comment: commentOf(content, { what, shareable, text }, say),
  };
}

/** A spreadsheet expects the semicolon where the comma divides decimals. */
const delimiterOf = ({ locale }: Say) => (locale === 'pt-BR' ? ';' : ',');

function sheetText({ ask, accounts, people, now }: ExportContent, shareable: boolean, say: Say): string {
  const file: SheetFile = {
    accounts: accounts.map((account) => exportedAccount(account, shareable ? 'third-party' : 'internal')),
    note: shareable ? say('export.note') : null,
    at: now,
    words: wordsOf(people, say),
  };
  return ask.format === 'csv' ? sheetCsv(file, delimiterOf(say)) : sheetJson(file);
}

function historyText({ ask, accounts, changes, people, now }: ExportContent, say: Say): string {
  const [{ id, name }] = accounts;
  const file = { account: { id, name }, changes, at: now, words: wordsOf(people, say) };
  return ask.format === 'csv' ? historyCsv(file, delimiterOf(say)) : historyJson(file);
}

function wordsOf(people: ReadonlyMap<string, Person>, say: Say): Words {
  const person = (userId: string) => people.get(userId)?.name ?? '';
  return {
    person,
    purpose: (purpose) => purposeName(purpose, say),
    answer(answer: Answer) {
      if (answer.kind === 'addresses') return answer.addresses.join(', ');
      if (answer.kind === 'people') return answer.userIds.map(person).join(', ');
      return answer.windows.map((window) => windowText(window, say)).join('; ');
    },
  };
}

/** What the file is, and what became of the accounts that are not in it. */
function commentOf(
  { ask, locked }: ExportContent,
  { what, shareable, text }: { what: string; shareable: boolean; text: string },
  say: Say,
): string {
  return [
    say.mrkdwn(shareable ? 'export.comment.shareable' : 'export.comment.internal', { what }),
    ...(ask.format === 'csv' && APOSTROPHE.test(text) ? [say.mrkdwn('export.comment.csv')] : []),
    ...(ask.what === 'all' && locked.length > 0
      ? [
          say.mrkdwn('export.comment.locked', {
            count: locked.length,
            accounts: say.list(locked.slice(0, MOST_NAMED).map(({ name }) => name)),
          }),
        ]
      : []),
  ].join('\n');
}

/** A cell that begins with an apostrophe: people wonder where it comes from. */
const APOSTROPHE = /[\r\n,;"]'/;

/** More than these need not be named. */
const MOST_NAMED = 10;
