import type { AccountChange, RowRefusal } from '../../domain/import.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { Sheet } from '../../domain/sheet.ts';
import { escapeMrkdwn, type Markup, mention, type Say } from '../../i18n/say.ts';
import { type Blocks, divider, section } from '../block-kit.ts';
import { purposeName } from '../contact/words.ts';
import { windowText } from '../hours/words.ts';
import { problemText } from './problem.ts';

export type Preview =
  | { kind: 'refused'; refusals: readonly RowRefusal[] }
  | { kind: 'changes'; changes: readonly AccountChange[]; rows: number };

/** What an import would do, or the rows that will not do: whatever a person says yes to, they have seen. */
export function previewBlocks(preview: Preview, say: Say): Blocks {
  if (preview.kind === 'refused') {
    const { refusals } = preview;
    const lines = refusals.map((refusal) => rowText(refusal, say));
    return [section(say.mrkdwn('import.refused', { count: refusals.length })), ...listed(lines, say), divider()];
  }
  const { changes, rows } = preview;
  if (changes.length === 0) return [section(say.mrkdwn('import.nothing', { rows })), divider()];
  const lines = changes.flatMap((change) => [
    say.mrkdwn('import.account', { account: change.account.name, count: change.changed.length }),
    ...change.changed.map((purpose) => changeText(change, purpose, say)),
  ]);
  return [section(say.mrkdwn('import.changes', { count: changes.length })), ...listed(lines, say), divider()];
}

/** The row with its account and purpose, as far as it says them. */
function rowText({ row, account, purpose, problem }: RowRefusal, say: Say): string {
  const about = [account, purpose && purposeName(purpose, say)].filter((part) => part !== null).join(' · ');
  const facts = { row, about, problem: problemText(problem, say) };
  return say.mrkdwn(about ? 'import.row' : 'import.row.bare', facts);
}

/** Characters of one section, and sections of one view; what ten full fields can hold fits in. */
const LONGEST_SECTION = 2900;
const MOST_SECTIONS = 70;

/** Many lines in few sections. */
function listed(lines: readonly string[], say: Say): Blocks {
  const texts: string[] = [];
  let more = 0;
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST_SECTION) texts[texts.length - 1] = `${last}\n${line}`;
    else if (texts.length < MOST_SECTIONS) texts.push(line);
    else more += 1;
  }
  if (more > 0) texts.push(say.mrkdwn('import.more-lines', { count: more }));
  return texts.map((text) => section(text));
}

/** "Technical emergency: from a to b. Added: b. Removed: a." */
function changeText({ account, sheet }: AccountChange, purpose: Purpose, say: Say): string {
  const line = say.mrkdwn('import.change', {
    purpose: purposeName(purpose, say),
    before: shown(account.sheet, purpose, say),
    after: shown(sheet, purpose, say),
  });
  const [before, after] = [itemsOf(account.sheet, purpose, say), itemsOf(sheet, purpose, say)];
  const added = after.filter((item) => !before.includes(item));
  const removed = before.filter((item) => !after.includes(item));
  // Where nothing stays, both lists have said all of it.
  if (added.length === after.length || removed.length === before.length) return line;
  return [
    line,
    ...(added.length > 0 ? [say.mrkdwn('import.added', { items: joined(added) })] : []),
    ...(removed.length > 0 ? [say.mrkdwn('import.removed', { items: joined(removed) })] : []),
  ].join(' ');
}

/** The parts of an answer, as mrkdwn. */
function itemsOf(sheet: Sheet, purpose: Purpose, say: Say): string[] {
  if (purpose === 'alert') return sheet.alert.map((userId) => mention(userId).mrkdwn);
  if (purpose === 'support-hours') return sheet[purpose].map((window) => escapeMrkdwn(windowText(window, say)));
  return sheet[purpose].map(escapeMrkdwn);
}

const shown = (sheet: Sheet, purpose: Purpose, say: Say): Markup => {
  const items = itemsOf(sheet, purpose, say);
  return items.length > 0 ? joined(items) : { mrkdwn: say('import.empty') };
};

/** Characters of one list: four of them, and the words around, are a line. */
const LONGEST_LIST = 600;

function joined(items: readonly string[]): Markup {
  const fits: string[] = [];
  for (const item of items) {
    if (fits.join(', ').length + item.length > LONGEST_LIST) return { mrkdwn: `${fits.join(', ')}, …` };
    fits.push(item);
  }
  return { mrkdwn: fits.join(', ') };
}
