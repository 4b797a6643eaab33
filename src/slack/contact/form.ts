import type { InputBlock, ModalView } from '@slack/types';
import { type Account, expectedAlias } from '../../domain/account.ts';
import { LONGEST_LIST } from '../../domain/address.ts';
import type { SheetEdit } from '../../domain/edit.ts';
import { ADDRESS_PURPOSES, type AddressPurpose, type Purpose } from '../../domain/purpose.ts';
import { completeness, isLocked, requirement } from '../../domain/sheet.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { SEE_USERS } from '../access/users.ts';
import { ADD_ALIAS } from '../account/brand.ts';
import { type Blocks, button, context, divider, field, modal, section, VALUE } from '../block-kit.ts';
import { driftBlocks } from '../brand/drift.ts';
import { OPEN_HOURS } from '../hours/view.ts';
import { windowText } from '../hours/words.ts';
import { type Submitted, textOf, usersOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { adviceBlocks } from './advice.ts';
import { purposeHint, purposeName, purposeNames } from './words.ts';

export const OPEN_FORM = 'contact.open';

export interface FormState {
  account: Account;
  /** What happened just now, as mrkdwn paragraphs: saved in part, or somebody else saved. */
  notice?: readonly string[];
  /** Emergency addresses of which advice speaks (R10). */
  advice?: readonly string[];
  /** What the form was begun with; a form that is opened begins with the account as it is. */
  base?: FormBase;
}

/**
 * A form that is shown again keeps what was typed, because Slack keeps it under the same ids. So the revision stays that
 * of what the fields show, and a field that shows somebody else's answer instead gets an id of its own (R23).
 */
export interface FormBase {
  revision: number;
  /** Revision that a field was rendered anew from, by purpose. */
  fields: Readonly<Record<string, number>>;
}

/** The contact sheet as one form. While the account is locked it is the required-information modal (R16). */
export const form = {
  id: 'contact.save',

  render({ account, notice = [], advice = [], base = beginning(account) }: FormState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, role } = viewer;
    const writes = role !== 'viewer';
    return modal({
      id: form.id,
      title: say(isLocked(account) ? 'form.title.locked' : 'form.title'),
      ...(writes && { submit: say('app.save') }),
      close: say('app.close'),
      metadata: metadataOf(account, { revision: base.revision, fields: { ...base.fields } }),
      blocks: [
        ...intro(account, notice, say),
        ...adviceBlocks(account, advice, viewer),
        ...driftBlocks(account, viewer),
        divider(),
        ...(writes ? fields(account, base, viewer) : readOnly(account, say)),
        divider(),
        hoursSection(account, writes, say),
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

/** The `action_id` of a field: another one once it has been rendered anew. */
const valueId = ({ fields }: FormBase, purpose: Purpose): string =>
  Object.hasOwn(fields, purpose) ? `${VALUE}.${fields[purpose]}` : VALUE;

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

const fields = (account: Account, base: FormBase, { say, role }: Viewer): Blocks => [
  context(say.mrkdwn('form.several')),
  alertField(account, base, say),
  ...ADDRESS_PURPOSES.filter((purpose) => requirement(account, purpose) !== 'hidden').map((purpose) =>
    purpose === 'ops-users' && expectedAlias(account) === null
      ? section(say.mrkdwn('form.alias.missing'), button(ADD_ALIAS, say('form.alias.add'), { style: 'primary' }))
      : addressField(account, purpose, base, say),
  ),
  // Once it is unlocked, brands are changed in the settings.
  ...(isLocked(account) && role === 'admin' && expectedAlias(account) !== null
    ? [section(say.mrkdwn('form.alias.other'), button(ADD_ALIAS, say('form.alias.change')))]
    : []),
];

function alertField(account: Account, base: FormBase, say: Say): Blocks[number] {
  if (requirement(account, 'alert') === 'later') return context(say.mrkdwn('form.alert.later'));
  const chosen = account.sheet.alert;
  return field(
    'alert',
    label(account, 'alert', say),
    {
      type: 'multi_users_select',
      action_id: valueId(base, 'alert'),
      ...(chosen.length > 0 && { initial_users: [...chosen] }),
    },
    { hint: purposeHint('alert', say), optional: mayStayBlank(account, 'alert') },
  );
}

function addressField(account: Account, purpose: AddressPurpose, base: FormBase, say: Say): InputBlock {
  const one = purpose === 'ops-users';
  const text = account.sheet[purpose].join('\n') || (one ? (expectedAlias(account) ?? '') : '');
  const hint = purposeHint(purpose, say, account);
  return field(
    purpose,
    label(account, purpose, say),
    {
      type: 'plain_text_input',
      action_id: valueId(base, purpose),
      multiline: account.sheet[purpose].length > 1,
      ...(text && text.length <= LONGEST_LIST && { initial_value: text }),
    },
    { hint, optional: mayStayBlank(account, purpose) },
  );
}

/** Slack marks such a field as optional, for this save; what the account still needs says so in its label. */
const mayStayBlank = (account: Account, purpose: Purpose): boolean =>
  account.sheet[purpose].length === 0 || requirement(account, purpose) === 'optional' || isLocked(account);

function label(account: Account, purpose: Purpose, say: Say): string {
  const name = purposeName(purpose, say);
  const asked = requirement(account, purpose) === 'required' && account.sheet[purpose].length === 0;
  return asked ? say('form.label.required', { purpose: name }) : name;
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
