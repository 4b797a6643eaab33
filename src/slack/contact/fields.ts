import type { InputBlock } from '@slack/types';
import { type Account, expectedAlias } from '../../domain/account.ts';
import { LONGEST_LIST } from '../../domain/address.ts';
import { choicesFor } from '../../domain/choice.ts';
import { shownAnswer } from '../../domain/draft.ts';
import type { Conflict, FormPurpose } from '../../domain/merge.ts';
import { ADDRESS_PURPOSES, type AddressPurpose, type Purpose } from '../../domain/purpose.ts';
import { isLocked, requirement } from '../../domain/sheet.ts';
import type { Say } from '../../i18n/say.ts';
import { ADD_ALIAS } from '../account/brand.ts';
import { type Blocks, button, context, section } from '../block-kit.ts';
import { KEEP, keepId, keptField } from '../draft/field.ts';
import { conflictBlocks } from '../draft/notice.ts';
import type { Viewer } from '../viewer.ts';
import type { FormBase, FormState } from './form.ts';
import { answerText, purposeHint, purposeName } from './words.ts';

type State = FormState & { base: FormBase };

/** The fields of the form, each with what there is to say about its answer below it. */
export const fields = (state: State, { say, role }: Viewer): Blocks => {
  const { account } = state;
  const asked = ADDRESS_PURPOSES.filter((purpose) => requirement(account, purpose) !== 'hidden');
  return [
    context(say.mrkdwn('form.several')),
    ...(requirement(account, 'alert') === 'later'
      ? [context(say.mrkdwn('form.alert.later'))]
      : [alertField(state, say), ...below(state, 'alert', say)]),
    ...asked.flatMap((purpose) =>
      purpose === 'ops-users' && expectedAlias(account) === null
        ? [section(say.mrkdwn('form.alias.missing'), button(ADD_ALIAS, say('form.alias.add'), { style: 'primary' }))]
        : [addressField(state, purpose, say), ...below(state, purpose, say)],
    ),
    // Once it is unlocked, brands are changed in the settings.
    ...(isLocked(account) && role === 'admin' && expectedAlias(account) !== null
      ? [section(say.mrkdwn('form.alias.other'), button(ADD_ALIAS, say('form.alias.change')))]
      : []),
  ];
};

/** The `action_id` of a field: another one once it has been rendered anew. */
const valueId = ({ fields: shown, anew = 0 }: FormBase, purpose: Purpose): string =>
  Object.hasOwn(shown, purpose) || anew > 0 ? keepId(shown[purpose] ?? 0, anew) : KEEP;

function alertField({ account, base, typed = {} }: State, say: Say): InputBlock {
  const chosen = typed.alert ?? account.sheet.alert;
  return keptField(
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

function addressField({ account, base, typed = {} }: State, purpose: AddressPurpose, say: Say): InputBlock {
  const text = typed[purpose] ?? shownAnswer(account, purpose).join('\n');
  const hint = purposeHint(purpose, say, account);
  return keptField(
    purpose,
    label(account, purpose, say),
    {
      type: 'plain_text_input',
      action_id: valueId(base, purpose),
      multiline: text.includes('\n'),
      ...(text && text.length <= LONGEST_LIST && { initial_value: text }),
    },
    { hint, optional: mayStayBlank(account, purpose) },
  );
}

/** What somebody else made of the answer meanwhile, and the choice; or what is saved, where a draft says something else. */
function below(
  { account, typed = {}, conflicts = [], choices = {}, resumed }: State,
  purpose: FormPurpose,
  say: Say,
): Blocks {
  const mine = typed[purpose];
  const conflict = conflicts.find((one) => one.purpose === purpose);
  if (conflict) return conflictBlocks(shownConflict(conflict, mine, choices[purpose], say), say);
  if (!resumed || mine === undefined) return [];
  return [context(say.mrkdwn('draft.saved', { saved: answerText(purpose, account.sheet[purpose], say) }))];
}

const shownConflict = (
  conflict: Conflict,
  mine: string | readonly string[] | undefined,
  chosen: NonNullable<FormState['choices']>[FormPurpose],
  say: Say,
) => {
  const { purpose, by, revision, before, theirs } = conflict;
  return {
    ...{ name: purpose, title: purposeName(purpose, say), by, revision, chosen },
    before: answerText(purpose, before, say).mrkdwn,
    theirs: answerText(purpose, theirs, say).mrkdwn,
    choices: choicesFor(conflict, mine),
  };
};

/** Slack marks such a field as optional, for this save; what the account still needs says so in its label. */
const mayStayBlank = (account: Account, purpose: Purpose): boolean =>
  account.sheet[purpose].length === 0 || requirement(account, purpose) === 'optional' || isLocked(account);

function label(account: Account, purpose: Purpose, say: Say): string {
  const name = purposeName(purpose, say);
  const asked = requirement(account, purpose) === 'required' && account.sheet[purpose].length === 0;
  return asked ? say('form.label.required', { purpose: name }) : name;
}
