import type { InputBlock, ModalView } from '@slack/types';
import { ROLES, type Role } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { LONGEST_REASON, type WishProblem } from '../../domain/request.ts';
import type { Say } from '../../i18n/say.ts';
import { field, modal, option, plain, section, VALUE } from '../block-kit.ts';
import { choiceOf, dateOf, type Submitted, textOf, userOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const REQUEST_ACCESS = 'access.ask';
export const PROPOSE = 'access.propose';

/** Whether these words after a command ask for access, in any shipped language. */
export const asksForAccess = (words: string | null): boolean => /^(request|pedir|solicitar)\b/i.test(words ?? '');

/** A select has 100 options at the most. */
const MOST_ACCOUNTS = 100;

export interface RequestState {
  /** The account that is meant; null lets the person choose among the workspace's. */
  account: Account | null;
  accounts: readonly Account[];
  /** A member proposes a colleague, instead of asking for themselves (A5). */
  propose: boolean;
}

/** Asks for access: which account, which role, why and until when (A1). It shows nothing of a sheet but the account's name. */
export const requestView = {
  id: 'access.request',

  render({ account, accounts, propose }: RequestState, viewer: Viewer): ModalView {
    const { say } = viewer;
    const intro = propose ? 'request.intro.propose' : account ? 'request.intro' : 'request.intro.pick';
    return modal({
      id: requestView.id,
      title: say(propose ? 'request.title.propose' : 'request.title'),
      submit: say('request.submit'),
      close: say('app.cancel'),
      metadata: account ? metadataOf(account) : '',
      blocks: [
        section(say.mrkdwn(intro, { account: account?.name ?? '' })),
        ...(account ? [] : [accountField(accounts, say)]),
        ...(propose ? [field('person', say('request.person'), { type: 'users_select', action_id: VALUE })] : []),
        roleField(say, propose ? 'editor' : 'viewer'),
        field(
          'reason',
          say('request.reason'),
          { type: 'plain_text_input', action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
          { hint: say('request.reason.hint') },
        ),
        untilField(null, say),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted) => ({
    accountId: choiceOf(values, 'account'),
    /** Undefined if the view has no such field: the person asks for themselves. */
    colleague: 'person' in values ? userOf(values, 'person') : undefined,
    role: parseRole(values),
    reason: textOf(values, 'reason') ?? '',
    until: dateOf(values, 'until'),
  }),
};

/** The `action_id` of the account's select where there are too many to list: the server searches their names. */
export const FIND_ACCOUNT = 'access.account';

function accountField(accounts: readonly Account[], say: Say): InputBlock {
  const placeholder = plain(say('request.account.placeholder'));
  const options = accounts.slice(0, MOST_ACCOUNTS).map((account) => option(account.name, account.id));
  return field(
    'account',
    say('request.account'),
    accounts.length > MOST_ACCOUNTS
      ? { type: 'external_select', action_id: FIND_ACCOUNT, min_query_length: 0, placeholder }
      : { type: 'static_select', action_id: VALUE, placeholder, options },
  );
}

export function roleField(say: Say, chosen: Role | null, actionId = VALUE): InputBlock {
  const options = ROLES.map((role) =>
    option(say('users.role.option', { role: say(`role.${role}`), can: say(`role.${role}.can`) }), role),
  );
  const initial = options.find(({ value }) => value === chosen);
  return field('role', say('users.role'), {
    type: 'radio_buttons',
    action_id: actionId,
    options,
    ...(initial && { initial_option: initial }),
  });
}

/** The last day of access; empty means without an end (A7). @param day such as `2026-03-31` */
export const untilField = (day: string | null, say: Say, actionId = VALUE): InputBlock =>
  field(
    'until',
    say('request.until'),
    { type: 'datepicker', action_id: actionId, ...(day && { initial_date: day }) },
    { hint: say('request.until.hint'), optional: true },
  );

export function parseRole(values: Submitted): Role | null {
  const role = choiceOf(values, 'role');
  return ROLES.find((known) => known === role) ?? null;
}

/** Refusals by the field that they belong to; a person who asks for themselves has no field of their own. */
export const wishErrors = (problems: readonly WishProblem[], say: Say, propose: boolean): Record<string, string> =>
  Object.fromEntries(
    problems.map((problem) => [problem.field === 'person' && !propose ? 'role' : problem.field, said(problem, say)]),
  );

function said(problem: WishProblem, say: Say): string {
  switch (problem.reason) {
    case 'not-a-colleague':
      return say(`users.refused.${problem.standing}`);
    case 'nobody-chosen':
    case 'already-a-member':
      return say(`users.refused.${problem.reason}`);
    case 'reason-too-long':
      return say('problem.reason-too-long', { limit: problem.limit });
    default:
      return say(`problem.${problem.reason}`);
  }
}
