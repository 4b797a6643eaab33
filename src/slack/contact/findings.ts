import type { SectionBlock } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { type Finding, findings, type Known } from '../../domain/finding.ts';
import { standing } from '../../domain/readiness.ts';
import { attention } from '../../domain/sheet.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { SEE_USERS } from '../access/users.ts';
import { type Blocks, button, context, section } from '../block-kit.ts';
import { OPEN_HOURS } from '../hours/view.ts';
import { windowText } from '../hours/words.ts';
import { OPEN_VERIFY } from '../verification/verify.ts';
import type { Viewer } from '../viewer.ts';
import { OPEN_FORM } from './form.ts';
import { purposeNames } from './words.ts';

/** More than these need not be read at once. */
const MOST_SHOWN = 3;
/** Addresses of one finding that are named. */
const MOST_NAMED = 3;

export interface FindingsState {
  account: Account;
  now: Date;
  known?: Known;
}

/** The few findings that matter most, each with its reason and the button that mends it, and the number of the others (X6). */
export function findingBlocks(state: FindingsState, viewer: Viewer): Blocks {
  const { say, role } = viewer;
  const { account } = state;
  const found = shown(state);
  if (found.length === 0) return [];
  const mend = (finding: Finding): SectionBlock['accessory'] => {
    const { action, says } = MENDED_BY[finding.kind];
    return role === 'viewer' ? undefined : button(action, say(says), { value: account.id });
  };
  const more = found.length - MOST_SHOWN;
  return [
    section(say.mrkdwn('finding.heading')),
    ...found.slice(0, MOST_SHOWN).map((finding) => section(findingText(finding, viewer), mend(finding))),
    ...(more > 0 ? [context(say.mrkdwn('finding.more', { count: more }))] : []),
  ];
}

/** How the account stands, in a sentence that counts what is against it (X1); empty while something required is missing. */
export function standingText(state: FindingsState, say: Say): string {
  const { account, now, known } = state;
  const found = findings(account, now, known).filter(({ kind }) => kind !== 'alias-drift');
  const stands = standing(account, found);
  if (stands === 'incomplete') return '';
  return say(`standing.${stands}`, { count: found.length + attention(account).length });
}

/** The findings as sentences, for whoever hears instead of sees. */
export const findingsText = (state: FindingsState, viewer: Viewer): string =>
  shown(state)
    .slice(0, MOST_SHOWN)
    .map((finding) => findingText(finding, viewer))
    .join(' ');

/** What stands beside the findings already, with its own way to mend it, is not said twice. */
const shown = ({ account, now, known }: FindingsState): Finding[] =>
  findings(account, now, known).filter(({ kind }) => kind !== 'alias-drift' && kind !== 'unconfirmed');

const DETAILS = { action: OPEN_FORM, says: 'finding.mend.details' } as const;

/** The button that leads to where a finding is mended. */
const MENDED_BY = {
  'alias-drift': DETAILS,
  bounced: DETAILS,
  'shared-and-internal': DETAILS,
  'hours-never': { action: OPEN_HOURS, says: 'finding.mend.hours' },
  'one-for-all': DETAILS,
  'foreign-emergency': DETAILS,
  'lone-admin': { action: SEE_USERS, says: 'finding.mend.users' },
  unverified: { action: OPEN_VERIFY, says: 'verify.offer.button' },
  unconfirmed: DETAILS,
} as const satisfies Record<Finding['kind'], { action: string; says: Parameters<Say>[0] }>;

function findingText(finding: Finding, viewer: Viewer): string {
  const { say } = viewer;
  switch (finding.kind) {
    case 'alias-drift':
    case 'unconfirmed':
      return '';
    case 'bounced':
      return say.mrkdwn('finding.bounced', {
        address: finding.address,
        purposes: purposeNames(finding.purposes, say),
      });
    case 'hours-never':
      return say.mrkdwn('finding.hours-never', { window: windowText(finding.window, say) });
    case 'one-for-all':
      return say.mrkdwn('finding.one-for-all', { address: finding.address, count: finding.purposes.length });
    case 'foreign-emergency':
      return say.mrkdwn('finding.foreign-emergency', {
        address: finding.address,
        domains: named(finding.domains, say),
      });
    case 'lone-admin':
      return say.mrkdwn('finding.lone-admin', { user: mention(finding.userId) });
    case 'unverified':
      return say.mrkdwn('finding.unverified', {
        count: finding.addresses.length,
        addresses: named(finding.addresses, say),
      });
    case 'shared-and-internal':
      return say.mrkdwn('finding.shared-and-internal', { address: finding.address });
  }
}

function named(names: readonly string[], say: Say): string {
  const more = names.length - MOST_NAMED;
  if (more <= 0) return say.list(names);
  return say('finding.named.more', { names: names.slice(0, MOST_NAMED).join(', '), count: more });
}
