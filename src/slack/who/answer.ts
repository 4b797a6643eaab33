import type { StaticSelect } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { hoursOf, type Plan } from '../../domain/coverage/plan.ts';
import { route } from '../../domain/route.ts';
import { SITUATIONS, type Situation } from '../../domain/situation.ts';
import { type WhoToCall, whoToCall } from '../../domain/who.ts';
import { escapeMrkdwn, mention, type Say } from '../../i18n/say.ts';
import { type Blocks, button, context, header, type Message, option, plain, section } from '../block-kit.ts';
import { purposeName } from '../contact/words.ts';
import { openText } from '../hours/open.ts';
import { windowText } from '../hours/words.ts';
import { supportAndHelp } from '../support/support.ts';
import type { Viewer } from '../viewer.ts';

/** The `action_id` of every way to choose a situation. */
export const ASK_ABOUT = 'who.about';

export interface WhoState {
  account: Account;
  plan: Plan;
  now: Date;
  /** What happened; null asks for it. */
  situation: Situation | null;
  /** What was typed and not understood; null if nothing was. */
  unclear: string | null;
  guesses: readonly Situation[];
}

/** Whom to call, why, and whether support is open (X4). A third party gets the shared contact and nothing to choose from. */
export const whoMessage = {
  id: 'who.message',

  render(state: WhoState, viewer: Viewer): Message {
    const { say } = viewer;
    const message = viewer.audience === 'internal' ? toMember(state, viewer) : toThirdParty(state, viewer);
    return { text: message.text, blocks: [...message.blocks, ...supportAndHelp(say)] };
  },
};

function toThirdParty({ account, plan, now }: WhoState, viewer: Viewer): Message {
  const { say } = viewer;
  const call = whoToCall(account, 'users-told', 'third-party');
  if (!call) return { text: say('who.shared.none'), blocks: [section(say.mrkdwn('who.shared.none'))] };
  const address = contactText(call, say);
  const open = openLine(account, plan, now, viewer);
  return {
    text: say.mrkdwn('who.shared.text', { address, open: { mrkdwn: open } }).trim(),
    blocks: [
      section(say.mrkdwn('who.shared', { address })),
      ...(open === '' ? [] : [section(open)]),
      ...hoursLine(account, viewer),
    ],
  };
}

function toMember(state: WhoState, viewer: Viewer): Message {
  const { account, plan, situation, unclear, guesses, now } = state;
  const { say } = viewer;
  const heading = header(say('who.heading', { account: account.name }));
  if (situation) {
    const open = openLine(account, plan, now, viewer);
    const { text, blocks } = answer(account, situation, open, viewer);
    return {
      text,
      blocks: [
        heading,
        ...blocks,
        ...(open === '' ? [] : [section(open)]),
        ...(situation === 'support-open' ? [] : hoursLine(account, viewer)),
        section(say.mrkdwn('who.else'), picker(account, say, guesses)),
      ],
    };
  }
  const asked = unclear === null ? '' : `${say('who.unclear', { words: unclear })} `;
  return {
    text: `${escapeMrkdwn(asked)}${say.mrkdwn('who.pick.text', { account: account.name })}`,
    blocks: [
      heading,
      ...(unclear === null ? [] : [section(say.mrkdwn('who.unclear', { words: unclear }))]),
      ...guesses.map((guess) =>
        section(
          say.mrkdwn('who.guess', { situation: name(guess, say) }),
          button(ASK_ABOUT, say('who.guess.button'), { value: choiceOf(guess, account) }),
        ),
      ),
      section(say.mrkdwn('who.pick'), picker(account, say)),
    ],
  };
}

function answer(account: Account, situation: Situation, open: string, { say, audience }: Viewer): Message {
  const call = whoToCall(account, situation, audience);
  if (!call) {
    const facts = { situation: sentence(situation, say), account: account.name };
    return {
      text: say.mrkdwn('who.nobody.text', { ...facts, open: { mrkdwn: open } }).trim(),
      blocks: [section(say.mrkdwn('who.nobody', { situation: name(situation, say) }))],
    };
  }
  const { purpose, insteadOf } = call;
  const why = insteadOf
    ? say(`who.instead.${insteadOf.why}`, { purpose: purposeName(insteadOf.purpose, say) })
    : say(`who.why.${purpose}`);
  const contact = { mrkdwn: contactMrkdwn(call, say) };
  const facts = { purpose: purposeName(purpose, say), contact };
  return {
    text: say
      .mrkdwn('who.answer.text', {
        ...{ ...facts, account: account.name, why, situation: sentence(situation, say) },
        open: { mrkdwn: open },
      })
      .trim(),
    blocks: [
      section(say.mrkdwn('who.answer', { ...facts, situation: name(situation, say) })),
      context(escapeMrkdwn(why)),
    ],
  };
}

const name = (situation: Situation, say: Say): string => say(`situation.${situation}`);

const sentence = (situation: Situation, say: Say): string => name(situation, say).replace(/(?<![?.])$/, '.');

/** Every situation, those that the words also spoke of first. */
function picker(account: Account, say: Say, first: readonly Situation[] = []): StaticSelect {
  const ordered = [...new Set([...first, ...SITUATIONS])];
  return {
    type: 'static_select',
    action_id: ASK_ABOUT,
    placeholder: plain(say('who.placeholder')),
    options: ordered.map((situation) => option(name(situation, say), choiceOf(situation, account))),
  };
}

const choiceOf = (situation: Situation, account: Account): string => `${situation}.${account.id}`;

function contactText({ route: found }: WhoToCall, say: Say): string {
  if (found.kind === 'people') return found.userIds.map((userId) => mention(userId).mrkdwn).join(', ');
  if (found.kind === 'addresses') return found.addresses.join(', ');
  return found.windows.map((window) => windowText(window, say)).join('; ');
}

const contactMrkdwn = (call: WhoToCall, say: Say): string =>
  call.route.kind === 'people' ? contactText(call, say) : escapeMrkdwn(contactText(call, say));

function windowsOf(account: Account, { audience }: Viewer) {
  const hours = route(account, 'support-hours', account.environment, audience);
  return hours.kind === 'hours' ? hours.windows : [];
}

const openLine = (account: Account, plan: Plan, now: Date, viewer: Viewer): string =>
  openText({ ...hoursOf(account, plan), windows: windowsOf(account, viewer) }, now, viewer);

function hoursLine(account: Account, viewer: Viewer): Blocks {
  const { say } = viewer;
  const windows = windowsOf(account, viewer);
  if (windows.length === 0) return [];
  return [context(say.mrkdwn('shared.hours', { hours: windows.map((window) => windowText(window, say)).join('; ') }))];
}
