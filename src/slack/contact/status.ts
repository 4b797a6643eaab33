import type { Button } from '@slack/types';
import { holds } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { PURPOSES, type Purpose } from '../../domain/purpose.ts';
import { bothEnvironments } from '../../domain/readiness.ts';
import { type Answered, attention, completeness } from '../../domain/sheet.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { OPEN_LAUNCH } from '../account/launch.ts';
import { actions, type Blocks, button, divider, facts, header, type Message, section } from '../block-kit.ts';
import { driftBlocks, driftSentence } from '../brand/drift.ts';
import { OPEN_HOURS } from '../hours/view.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { adviceBlocks, adviceSentence } from './advice.ts';
import { type FindingsState, findingBlocks, findingsText, standingText } from './findings.ts';
import { OPEN_FORM } from './form.ts';
import { reach, routeMrkdwn, routeText } from './reach.ts';
import { confirmationBlocks } from './still-right.ts';
import { purposeName, purposeNames } from './words.ts';

export interface StatusState extends FindingsState {
  /** Emergency addresses of which advice speaks (R10); nobody looks them up for Home. */
  advice?: readonly string[];
}

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
    const said = [text, driftSentence(account, say), adviceSentence(state.advice ?? [], say)];
    return {
      text: said.filter((one) => one !== '').join(' '),
      blocks: [...statusBlocks(state, viewer), ...supportAndHelp(say)],
    };
  },
};

/** The status as Home and the message share it. */
export function statusBlocks(state: StatusState, viewer: Viewer): Blocks {
  const { account, now, advice = [] } = state;
  const { say, person, role } = viewer;
  const environment = say(`environment.${account.environment}`);
  const found = attention(account);
  const missing = found.flatMap((one) => (one.kind === 'missing' ? [missingText(one.purpose, say)] : []));
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
      ? [section([say.mrkdwn('status.attention'), ...missing].join('\n• ')), ...driftBlocks(account, viewer)]
      : []),
    ...findingBlocks(state, viewer),
    ...confirmationBlocks(account, now, viewer),
    ...adviceBlocks(account, advice, viewer),
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

const missingText = (purpose: Purpose, say: Say): string =>
  say.mrkdwn('status.attention.missing', { purpose: purposeName(purpose, say) });
