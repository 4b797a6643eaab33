import type { Button } from '@slack/types';
import { holds } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { PURPOSES } from '../../domain/purpose.ts';
import { bothEnvironments } from '../../domain/readiness.ts';
import { type Route, route } from '../../domain/route.ts';
import { type Answered, type Attention, attention, completeness } from '../../domain/sheet.ts';
import { escapeMrkdwn, mention, type Say } from '../../i18n/say.ts';
import { OPEN_LAUNCH } from '../account/launch.ts';
import { actions, type Blocks, button, divider, facts, header, type Message, section } from '../block-kit.ts';
import { OPEN_HOURS } from '../hours/view.ts';
import { windowText } from '../hours/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { type FindingsState, findingBlocks, findingsText, standingText } from './findings.ts';
import { OPEN_FORM } from './form.ts';
import { purposeName, purposeNames } from './words.ts';

export type StatusState = FindingsState;

/** What is there and what is missing, for both environments side by side (X1), to one member. */
export const statusMessage = {
  id: 'contact.status',

  render(state: StatusState, viewer: Viewer): Message {
    requireInternal(viewer);
    const { account } = state;
    const { say } = viewer;
    const contacts = PURPOSES.map((purpose) =>
      say('status.contact', {
        purpose: purposeName(purpose, say),
        value: routeText(reach(account, purpose, viewer), say),
      }),
    );
    const text = say('status.text', {
      account: account.name,
      environment: say(`environment.${account.environment}`),
      readiness: readinessText(account, say),
      ready: [...(isReady(account) ? [say('status.ready')] : []), standingText(state, say), findingsText(state, viewer)]
        .filter((sentence) => sentence !== '')
        .join(' '),
      contacts: contacts.join(' '),
    });
    return { text, blocks: [...statusBlocks(state, viewer), ...supportAndHelp(say)] };
  },
};

/** The status as Home and the message share it. */
export function statusBlocks(state: StatusState, viewer: Viewer): Blocks {
  const { account, now } = state;
  const { say, person, role } = viewer;
  const environment = say(`environment.${account.environment}`);
  const found = attention(account);
  const ready = isReady(account);
  const readiness = escapeMrkdwn(readinessText(account, say));
  return [
    header(say('status.heading', { account: account.name, environment })),
    section(
      [readiness, [ready ? `*${say('status.ready')}*` : '', standingText(state, say)].join(' ').trim()]
        .join('\n')
        .trim(),
    ),
    ...(found.length > 0
      ? [section([say.mrkdwn('status.attention'), ...found.map((one) => attentionText(one, say))].join('\n• '))]
      : []),
    ...findingBlocks(state, viewer),
    divider(),
    ...facts(
      PURPOSES.map((purpose) => `*${purposeName(purpose, say)}*\n${routeMrkdwn(reach(account, purpose, viewer), say)}`),
    ),
    ...(role === 'viewer' ? [] : [actions(...nextSteps(account, ready && holds(account, person, 'admin', now), say))]),
  ];
}

/** The step that matters most is the one that stands out. */
function nextSteps(account: Account, mayLaunch: boolean, say: Say): Button[] {
  const value = account.id;
  const edit = [
    button(OPEN_FORM, say('status.edit'), mayLaunch ? { value } : { value, style: 'primary' }),
    button(OPEN_HOURS, say('home.hours'), { value }),
  ];
  return mayLaunch ? [button(OPEN_LAUNCH, say('launch.button'), { value, style: 'primary' }), ...edit] : edit;
}

const reach = (account: Account, purpose: (typeof PURPOSES)[number], viewer: Viewer): Route =>
  route(account, purpose, account.environment, viewer.audience);

/** "Sandbox 6/6, complete · Production 6/7, missing Alert contacts": what is missing is named for the next step alone. */
export function readinessText(of: Account | Answered, say: Say): string {
  const both = bothEnvironments(of);
  const next = both.find(({ complete }) => !complete)?.environment;
  return both
    .map(({ environment, required, missing, complete }) =>
      say(complete ? 'status.readiness.done' : environment === next ? 'status.readiness.missing' : 'status.readiness', {
        environment: say(`environment.${environment}`),
        given: required.length - missing.length,
        required: required.length,
        missing: purposeNames(missing, say),
      }),
    )
    .join(' · ');
}

const isReady = (account: Account): boolean => account.environment === 'sandbox' && completeness(account).complete;

export function attentionText(found: Attention, say: Say): string {
  if (found.kind === 'missing')
    return say.mrkdwn('status.attention.missing', { purpose: purposeName(found.purpose, say) });
  const { shared, expected } = found;
  return expected === null
    ? say.mrkdwn('status.attention.alias-gone', { shared })
    : say.mrkdwn('status.attention.alias-drift', { shared, expected });
}

function routeMrkdwn(found: Route, say: Say): string {
  switch (found.kind) {
    case 'people':
      return found.userIds.map((userId) => mention(userId).mrkdwn).join(', ');
    case 'addresses':
      return found.addresses.map((address) => escapeMrkdwn(address)).join('\n');
    case 'hours':
      return found.windows.map((window) => escapeMrkdwn(windowText(window, say))).join('\n');
    case 'nobody':
      return `_${nobodyText(found.why, say)}_`;
  }
}

function routeText(found: Route, say: Say): string {
  switch (found.kind) {
    case 'people':
      return found.userIds.map((userId) => mention(userId).mrkdwn).join(', ');
    case 'addresses':
      return found.addresses.join(', ');
    case 'hours':
      return found.windows.map((window) => windowText(window, say)).join('; ');
    case 'nobody':
      return nobodyText(found.why, say);
  }
}

const nobodyText = (why: Extract<Route, { kind: 'nobody' }>['why'], say: Say): string =>
  say(why === 'sandbox' ? 'status.sandbox' : why === 'not-available' ? 'status.not-available' : 'status.none');
