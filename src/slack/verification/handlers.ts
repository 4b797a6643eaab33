import type { Account } from '../../domain/account.ts';
import { addressOnSheet, mailboxesOf } from '../../domain/mailbox.ts';
import { findAccount } from '../../store/accounts.ts';
import { linkState } from '../../store/links.ts';
import { confirmMailbox, mailboxesKnown, tryCode } from '../../store/mailboxes.ts';
import { whileHolding } from '../access/still.ts';
import { refreshHomes } from '../home/handlers.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { codeView } from './code.ts';
import { mailboxOfKey } from './mailbox-key.ts';
import { type Sent, sendCode, sentText } from './sending.ts';
import { verifyView, withoutCode } from './verify.ts';

type List = Extract<Answer, { kind: 'open' | 'update' }>;

/** The list as it is now. */
async function list(turn: AccountTurn, kind: List['kind'], notice: readonly string[] = []): Promise<List> {
  const { deps, teamId, viewer, now } = turn;
  const account = (await findAccount(deps.store, { teamId, accountId: turn.account.id })) ?? turn.account;
  const known = await mailboxesKnown(deps.store, account.id);
  const mail = deps.mail !== undefined;
  return { kind, view: verifyView.render({ account, known, mail, notice, now }, viewer) };
}

export const openVerify = (turn: AccountTurn): Promise<Answer> => list(turn, 'open');

/** Sends a code from the list, or a new one from where the last one is entered; the answer is where the person is. */
export async function sendOne(turn: AccountTurn): Promise<Answer> {
  const { deps, account, viewer, value, surface, now } = turn;
  const found = mailboxOfKey(account, value);
  if (!deps.mail) return list(turn, 'update');
  if (!found) return list(turn, 'update', [viewer.say.mrkdwn('verify.gone')]);
  const sent = await sendCode(turn, deps.mail, { account, ...found });
  const notice = [sentText(sent, found.address, viewer)];
  const after = afterwards(turn, sent);
  if (surface !== codeView.id || sent.kind === 'gone') return { ...(await list(turn, 'update', notice)), after };
  const challenge = (await mailboxesKnown(deps.store, account.id)).get(found.mailbox)?.challenge ?? null;
  const view = codeView.render({ account, address: found.address, challenge, notice, now }, viewer);
  return { kind: 'update', view, after };
}

/** Sends to all that have no code, one after the other; what would fail for the next ones too ends it. */
export async function sendAll(turn: AccountTurn): Promise<Answer> {
  const { deps, account, viewer, now } = turn;
  const { mail } = deps;
  // The view names the account: what was forged mails nobody.
  if (!mail || turn.metadata.account !== account.id) return list(turn, 'update');
  const open = withoutCode({ account, known: await mailboxesKnown(deps.store, account.id), now });
  const notices: string[] = [];
  const reached: string[] = [];
  let last: Sent | null = null;
  for (const mailbox of open) {
    const address = addressOnSheet(account, mailbox) ?? mailbox;
    const sent = await sendCode(turn, mail, { account, mailbox, address });
    if (sent.kind === 'sent') reached.push(address);
    else notices.push(sentText(sent, address, viewer));
    if (sent.kind === 'bounced') last = sent;
    if (sent.kind === 'not-now' || sent.kind === 'perhaps' || (sent.kind === 'limited' && sent.of !== 'mailbox')) break;
  }
  const [first = ''] = reached;
  const said = viewer.say.mrkdwn('verify.sent', { count: reached.length, address: first });
  const answer = await list(turn, 'update', reached.length > 0 ? [said, ...notices] : notices);
  return { ...answer, ...(last && { after: afterwards(turn, last) }) };
}

/** Only a mailbox that bounced has changed the account. */
const afterwards = (turn: AccountTurn, sent: Sent) => async (): Promise<void> => {
  if (sent.kind !== 'bounced') return;
  const { deps, teamId, account } = turn;
  const latest = await findAccount(deps.store, { teamId, accountId: account.id });
  if (latest) await refreshHomes(turn, latest);
};

export async function openCode(turn: AccountTurn): Promise<Answer> {
  const { deps, account, viewer, value, now } = turn;
  const found = mailboxOfKey(account, value);
  if (!found) return list(turn, 'update', [viewer.say.mrkdwn('verify.gone')]);
  const challenge = (await mailboxesKnown(deps.store, account.id)).get(found.mailbox)?.challenge ?? null;
  return { kind: 'open', view: codeView.render({ account, address: found.address, challenge, now }, viewer) };
}

export async function saveCode(turn: AccountTurn): Promise<Answer> {
  const { deps, account, person, viewer, values, metadata, now } = turn;
  const { store } = deps;
  const { say } = viewer;
  const refused = (text: string): Answer => ({ kind: 'errors', errors: { code: text } });
  const found = mailboxOfKey(account, metadata.mailbox);
  if (!found) return list(turn, 'update', [say.mrkdwn('verify.gone')]);
  const { mailbox, address } = found;
  const { code } = codeView.parse(values);
  if (code === null) return refused(say('verify.code.malformed'));
  const tried = await tryCode(store, { account, mailbox, code, now });
  if (tried.kind === 'wrong') return refused(say('verify.code.wrong', { left: tried.left }));
  if (tried.kind === 'ended') return refused(say('verify.code.ended'));
  if (tried.kind === 'expired') {
    const known = (await mailboxesKnown(store, account.id)).get(mailbox);
    if (known?.state !== 'verified') return refused(say('verify.code.expired'));
    return list(turn, 'update', [say.mrkdwn('verify.confirmed.already', { address })]);
  }
  const { linkHash } = tried;
  return whileHolding(turn, 'editor', async (latest: Account) => {
    const link = await linkState(store, { linkHash, now });
    if (link.kind === 'used') return list(turn, 'update', [say.mrkdwn('verify.confirmed.already', { address })]);
    if (link.kind !== 'open' || !mailboxesOf(latest).includes(mailbox)) return refused(say('verify.code.expired'));
    const confirmed = { account: latest, mailbox, linkHash, how: 'code', by: person.userId, now } as const;
    const saved = await confirmMailbox(store, confirmed);
    if (saved.kind === 'conflict') return saved;
    const answer = await list(turn, 'update', [say.mrkdwn('verify.confirmed', { address })]);
    return { ...answer, after: () => refreshHomes(turn, saved.account) };
  });
}
