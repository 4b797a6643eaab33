import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { ChangeEntry } from '../../store/changes.ts';
import type { HistoryPage } from '../../store/history.ts';
import { actions, type Blocks, button, header, modal, section } from '../block-kit.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { clockText, dateText, type Viewer } from '../viewer.ts';
import { sentences } from './history.ts';
import { type Offer, undoButton } from './offer.ts';

export const OLDER = 'history.older';
export const NEWER = 'history.newer';

/** Changes of one page: each may have a day of its own and a block for each purpose, and a modal has 100 blocks. */
export const PER_PAGE = 10;
/** Characters of a section. */
const LONGEST_SECTION = 2900;

export interface HistoryState extends HistoryPage {
  account: Account;
  /** The change that can be taken back, if there is one. */
  offer?: Offer | null;
  /** What happened just now, as mrkdwn paragraphs. */
  notice?: readonly string[];
}

/** What was changed, by whom and when, day by day: the sheet and who may see it. */
export const historyModal = {
  id: 'history.view',

  render({ account, changes, older, newer, offer = null, notice = [] }: HistoryState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const [first] = changes;
    const last = changes.at(-1);
    const ways = [
      ...(newer && first ? [button(NEWER, say('history.newer'), { value: String(first.revision) })] : []),
      ...(older && last ? [button(OLDER, say('history.older'), { value: String(last.revision) })] : []),
    ];
    return modal({
      id: historyModal.id,
      title: say('history.title'),
      close: say('app.close'),
      metadata: metadataOf(account),
      blocks: [
        ...notice.map((text) => section(text)),
        section(say.mrkdwn('history.intro', { account: account.name })),
        ...(changes.length > 0 ? dayByDay(changes, account, offer, viewer) : [section(say.mrkdwn('history.none'))]),
        ...(ways.length > 0 ? [actions(...ways)] : []),
        ...supportAndHelp(say),
      ],
    });
  },
};

function dayByDay(changes: readonly ChangeEntry[], account: Account, offer: Offer | null, viewer: Viewer): Blocks {
  let day = '';
  return changes.flatMap((change) => {
    const on = dateText(change.at, viewer);
    const heading = on === day ? [] : [header(on)];
    day = on;
    const undo = offer?.revision === change.revision ? undoButton(offer, change, viewer) : undefined;
    const said = sentences(change, account, viewer);
    const texts = together([`*${clockText(change.at, viewer)}* · ${said[0] ?? ''}`, ...said.slice(1)]);
    return [...heading, ...texts.map((text, place) => section(text, place === 0 ? undo : undefined))];
  });
}

/** Lines in as few sections as hold them. */
function together(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const text = texts.at(-1);
    if (text !== undefined && text.length + line.length < LONGEST_SECTION) texts[texts.length - 1] = `${text}\n${line}`;
    else texts.push(line);
  }
  return texts;
}
