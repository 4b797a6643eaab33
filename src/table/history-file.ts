import { answerText } from '../domain/answer-text.ts';
import type { SupportWindow } from '../domain/hours.ts';
import { PURPOSES } from '../domain/purpose.ts';
import { type Delimiter, writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import type { Words } from './sheet-file.ts';

type Facts = Readonly<Record<string, unknown>>;

/** A change of an account: what it was about before and after. */
export interface ChangeLine {
  revision: number;
  at: Date;
  by: string;
  kind: string;
  before: Facts;
  after: Facts;
}

export interface HistoryFile {
  account: { id: string; name: string };
  /** The first change first. */
  changes: readonly ChangeLine[];
  at: Date;
  words: Pick<Words, 'person'>;
}

const COLUMNS = ['revision', 'at', 'by_id', 'by', 'kind', 'field', 'before', 'after'] as const;

/** One row for everything that a change made different; a change of nothing that is told has one row all the same. */
export function historyCsv({ changes, words }: HistoryFile, delimiter: Delimiter): string {
  const rows = changes.flatMap(({ revision, at, by, kind, before, after }) => {
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const head = [String(revision), at.toISOString(), by, words.person(by), kind];
    return (fields.length > 0 ? fields : ['']).map((name) => [
      ...head,
      name,
      factText(name, before[name]),
      factText(name, after[name]),
    ]);
  });
  return writeCsv([COLUMNS, ...rows], delimiter);
}

/** An answer of the sheet reads as in the file of the sheet; everything else is what was written down. */
function factText(name: string, fact: unknown): string {
  if (fact === undefined || fact === null) return '';
  if (typeof fact === 'string') return fact;
  const purpose = PURPOSES.find((known) => known === name);
  if (!purpose || !Array.isArray(fact)) return JSON.stringify(fact);
  if (purpose === 'support-hours') return answerText({ kind: 'hours', windows: fact as SupportWindow[] });
  return answerText({ kind: 'addresses', addresses: fact as string[] });
}

export const HISTORY_FORMAT = 'callsheet.history';
export const HISTORY_VERSION = 1;

export const historyJson = ({ account, changes, at, words }: HistoryFile): string =>
  writeJson({
    format: HISTORY_FORMAT,
    version: HISTORY_VERSION,
    exportedAt: at.toISOString(),
    account,
    changes: changes.map(({ revision, at: when, by, kind, before, after }) => ({
      ...{ revision, at: when.toISOString(), by: { user: by, name: words.person(by) }, kind, before, after },
    })),
  });
