import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Choices } from '../../domain/choice.ts';
import type { SheetEdit } from '../../domain/edit.ts';
import type { Conflict, Shown } from '../../domain/merge.ts';
import { ADDRESS_PURPOSES } from '../../domain/purpose.ts';
import { completeness, isLocked, requirement } from '../../domain/sheet.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { SEE_USERS } from '../access/users.ts';
import { type Blocks, button, context, divider, modal, section } from '../block-kit.ts';
import { driftBlocks } from '../brand/drift.ts';
import { type Resumed, resumedNotice } from '../draft/notice.ts';
import { OPEN_HOURS } from '../hours/view.ts';
import { windowText } from '../hours/words.ts';
import { ASK_SECTION } from '../section/ask.ts';
import { type Submitted, textOf, usersOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { adviceBlocks } from './advice.ts';
import { fields } from './fields.ts';
import { purposeName, purposeNames } from './words.ts';

export const OPEN_FORM = 'contact.open';

export interface FormState {
  account: Account;
  /** What happened just now, as mrkdwn paragraphs: saved in part, or somebody else saved. */
  notice?: readonly string[];
  /** Emergency addresses of which advice speaks (R10). */
  advice?: readonly string[];
  /** What the form was begun with; a form that is opened begins with the account as it is. */
  base?: FormBase;
  /** What the person typed and did not save: shown in the place of what is saved. */
  typed?: SheetEdit;
  /** Answers that somebody else has changed as well, and what the person has chosen about them so far (R23). */
  conflicts?: readonly Conflict[];
  choices?: Choices;
  /** The draft that the form was opened with (R24). */
  resumed?: Resumed;
}

/**
 * A form that is shown again keeps what was typed, because Slack keeps it under the same ids. So the revision stays that
 * of what the fields show, and a field that shows somebody else's answer instead gets an id of its own (R23).
 */
export interface FormBase extends Shown {
  /** How often all fields were rendered anew. */
  anew?: number;
}

/** The contact sheet as one form. While the account is locked it is the required-information modal (R16). */
export const form = {
  id: 'contact.save',

  render(state: FormState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { account, notice = [], advice = [], base = beginning(account), resumed } = state;
    const { say, role } = viewer;
    const writes = role !== 'viewer';
    return modal({
      id: form.id,
      title: say(isLocked(account) ? 'form.title.locked' : 'form.title'),
      ...(writes && { submit: say('app.save') }),
      close: say('app.close'),
      metadata: metadataOf(account, { ...base, fields: { ...base.fields } }),
      reportsClose: writes,
      blocks: [
        ...intro(account, notice, say),
        ...(resumed ? [resumedNotice(resumed, viewer)] : []),
        ...adviceBlocks(account, advice, viewer),
        ...driftBlocks(account, viewer),
        divider(),
        ...(writes ? fields({ ...state, base }, viewer) : readOnly(account, say)),
        divider(),
        hoursSection(account, writes, say),
        ...(writes ? [section(say.mrkdwn('section.line'), button(ASK_SECTION, say('section.button')))] : []),
        usersSection(account, say),
        ...supportAndHelp(say),
      ],
    });
  },

  parse(values: Submitted): SheetEdit {
    const edit: SheetEdit = {};
    const alert = usersOf(values, 'alert');
    if (alert) edit.alert = alert;
    for (const purpose of ADDRESS_PURPOSES) {
      const text = textOf(values, purpose);
      if (text !== undefined) edit[purpose] = text;
    }
    return edit;
  },
};

const beginning = ({ revision }: Account): FormBase => ({ revision, fields: {} });

function intro(account: Account, notice: readonly string[], say: Say): Blocks {
  const locked = isLocked(account);
  const environment = say(`environment.${account.environment}`);
  const { missing } = completeness(account);
  const state =
    locked || missing.length > 0
      ? say.mrkdwn('form.missing', { missing: purposeNames(missing, say) })
      : say.mrkdwn('form.missing.none', { environment });
  return [
    section(say.mrkdwn(locked ? 'form.intro.locked' : 'form.intro.open', { account: account.name, environment })),
    ...(notice.length > 0 ? notice : [state]).map((paragraph) => section(paragraph)),
  ];
}

const readOnly = (account: Account, say: Say): Blocks => [
  context(say.mrkdwn('form.read-only')),
  ...ADDRESS_PURPOSES.filter((purpose) => requirement(account, purpose) !== 'hidden').map((purpose) => {
    const addresses = account.sheet[purpose].map(escapeMrkdwn).join('\n') || say.mrkdwn('status.none');
    return section(`*${purposeName(purpose, say)}*\n${addresses}`);
  }),
];

function hoursSection(account: Account, writes: boolean, say: Say): Blocks[number] {
  const windows = account.sheet['support-hours'];
  const empty = windows.length === 0;
  const title = say.mrkdwn(empty ? 'form.hours.required' : 'form.hours');
  const lines = windows.map((window) => escapeMrkdwn(windowText(window, say))).join('\n');
  const text = empty ? say.mrkdwn('form.hours.none', { hint: say('hint.support-hours') }) : lines;
  const open = button(OPEN_HOURS, say(empty ? 'form.hours.set' : 'form.hours.change'));
  return section(`${title}\n${text}`, writes ? open : undefined);
}

const usersSection = (account: Account, say: Say): Blocks[number] =>
  section(say.mrkdwn('form.users', { count: account.members.length }), button(SEE_USERS, say('form.users.button')));
