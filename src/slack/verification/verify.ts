import type { Button, ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { mailboxesOf, mailboxOf } from '../../domain/mailbox.ts';
import { ADDRESS_PURPOSES } from '../../domain/purpose.ts';
import { escapeMrkdwn } from '../../i18n/say.ts';
import type { KnownMailbox } from '../../store/mailboxes.ts';
import { actions, type Blocks, button, context, divider, modal, section } from '../block-kit.ts';
import { purposeName } from '../contact/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { dateText, momentText, type Viewer } from '../viewer.ts';
import { mailboxKey } from './mailbox-key.ts';

export const OPEN_VERIFY = 'verify.open';
export const SEND_CODE = 'verify.send';
export const SEND_ALL = 'verify.all';
export const ENTER_CODE = 'verify.enter';

export interface VerifyState {
  account: Account;
  /** What is known of the mailboxes that were ever asked. */
  known: ReadonlyMap<string, KnownMailbox>;
  /** Whether mail can be sent at all. */
  mail: boolean;
  /** What happened just now, as mrkdwn paragraphs. */
  notice?: readonly string[];
  now: Date;
}

/** Characters of an accessibility label. */
const LONGEST_LABEL = 75;
/** Characters of a section. */
const LONGEST_NOTICE = 3000;

/** Every address by purpose with how it stands, and what can be done about it. */
export const verifyView = {
  id: 'verify.view',

  render(state: VerifyState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { account } = state;
    const { say } = viewer;
    return modal({
      id: verifyView.id,
      title: say('verify.title'),
      close: say('app.close'),
      metadata: metadataOf(account),
      // What lies below shows how things stood before.
      last: true,
      blocks: [...intro(state, viewer), ...addressBlocks(state, viewer), ...supportAndHelp(say)],
    });
  },
};

/** Mailboxes that could be sent a code: neither confirmed, nor with a code that still works. */
export const withoutCode = ({ account, known, now }: Pick<VerifyState, 'account' | 'known' | 'now'>): string[] =>
  mailboxesOf(account).filter((mailbox) => {
    const { state, challenge } = known.get(mailbox) ?? { state: 'unverified', challenge: null };
    return state !== 'verified' && !(challenge && challenge.codeUntil > now);
  });

function intro(state: VerifyState, { say, role }: Viewer): Blocks {
  const { account, known, mail, notice = [] } = state;
  const mailboxes = mailboxesOf(account);
  if (mailboxes.length === 0) return [section(say.mrkdwn('verify.none', { account: account.name }))];
  const verified = mailboxes.filter((mailbox) => known.get(mailbox)?.state === 'verified').length;
  const open = withoutCode(state);
  const all = open.length > 1 && mail && role !== 'viewer';
  const said = notice.join('\n').slice(0, LONGEST_NOTICE);
  return [
    ...(said ? [section(said), divider()] : []),
    section(say.mrkdwn('verify.intro', { account: account.name, verified, count: mailboxes.length })),
    ...(mail ? [] : [section(say.mrkdwn('verify.no-mail'))]),
    ...(mail && role === 'viewer' ? [context(say.mrkdwn('verify.read-only'))] : []),
    ...(all
      ? [
          section(say.mrkdwn('verify.all.text', { count: open.length })),
          actions(button(SEND_ALL, say('verify.all', { count: open.length }), { value: account.id, style: 'primary' })),
        ]
      : []),
  ];
}

const addressBlocks = (state: VerifyState, viewer: Viewer): Blocks =>
  ADDRESS_PURPOSES.flatMap((purpose) => {
    const addresses = state.account.sheet[purpose];
    if (addresses.length === 0) return [];
    return [
      divider(),
      section(`*${escapeMrkdwn(purposeName(purpose, viewer.say))}*`),
      ...addresses.map((address, place) => ({
        ...addressBlock(state, address, viewer),
        block_id: `${purpose}.${place}`,
      })),
    ];
  });

function addressBlock({ account, known, mail, now }: VerifyState, address: string, viewer: Viewer) {
  const { say, role } = viewer;
  const mailbox = mailboxOf(address);
  const { state, changedAt, challenge } = known.get(mailbox) ?? {
    state: 'unverified',
    changedAt: now,
    challenge: null,
  };
  const pending = state !== 'verified' && challenge && challenge.codeUntil > now ? challenge : null;
  const how = pending
    ? say.mrkdwn('verify.pending', { time: momentText(pending.codeUntil, viewer) })
    : say.mrkdwn(`verify.state.${state}`, { date: dateText(changedAt, viewer) });
  const text = say.mrkdwn('verify.line', { address, state: { mrkdwn: how } });
  if (!mail || role === 'viewer' || state === 'verified') return section(text);
  const value = mailboxKey(account, mailbox);
  if (pending) {
    const enter = button(ENTER_CODE, say('verify.enter'), { value, style: 'primary' });
    return section(text, labelled(enter, say('verify.enter.label', { address })));
  }
  const again = state === 'bounced' || challenge !== null;
  const send = button(SEND_CODE, say(again ? 'verify.again' : 'verify.send'), { value });
  return section(text, labelled(send, say(again ? 'verify.again.label' : 'verify.send.label', { address })));
}

const labelled = (labelless: Button, label: string): Button =>
  label.length > LONGEST_LABEL ? labelless : { ...labelless, accessibility_label: label };
