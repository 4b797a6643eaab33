import type { Account } from '../../domain/account.ts';
import { looksPersonal } from '../../domain/address.ts';
import { decideEdit, type EditDecision, type Refusals } from '../../domain/edit.ts';
import { type Conflict, mergeEdit } from '../../domain/merge.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { changesSince } from '../../store/changes.ts';
import { saveSheet } from '../../store/sheets.ts';
import { whileHolding } from '../access/still.ts';
import { refreshHomes } from '../home/handlers.ts';
import { addressesOfPeople } from '../person/addresses.ts';
import { lookUpAll } from '../person/identify.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { unconfirmedOf } from '../verification/offer.ts';
import { type FormBase, form } from './form.ts';
import { savedModal } from './saved.ts';
import { statusMessage } from './status.ts';
import { adviceLines, purposeName, purposeNames, refusalText } from './words.ts';

export const openForm = async ({ account, viewer }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: form.render({ account }, viewer),
});

export const showStatus = async ({ account, viewer, now }: AccountTurn): Promise<Answer> => ({
  kind: 'say',
  message: statusMessage.render({ account, now }, viewer),
});

export async function saveForm(turn: AccountTurn): Promise<Answer> {
  const { deps, viewer, person, now, metadata } = turn;
  const { say } = viewer;
  const typed = form.parse(turn.values);
  const people = await lookUpAll({ ...turn, store: deps.store }, typed.alert ?? []);
  return whileHolding(turn, 'editor', async (account) => {
    const { revision = account.revision, fields = {} } = metadata;
    const merged = mergeEdit(account, typed, await changesSince(deps.store, { accountId: account.id, revision }));
    const base = (now: Account): FormBase => ({
      revision: now.revision,
      fields: { ...fields, ...anew(merged.left, now) },
    });
    if (merged.kind === 'conflict') {
      const notice = conflictText(merged.conflicts, say);
      return { kind: 'update', view: form.render({ account, notice, base: base(account) }, viewer) };
    }
    const decision = decideEdit(account, merged.edit, people, now);
    if (decision.kind === 'refused') return { kind: 'errors', errors: errorsOf(decision.refusals, say) };
    const saved = await saveSheet(deps.store, { account, sheet: decision.sheet, by: person.userId, now });
    return saved.kind === 'conflict' ? saved : answerSaved(turn, saved.account, decision, base(saved.account));
  });
}

/** Fields that have to show what others saved. */
const anew = (left: readonly Purpose[], { revision }: Account) =>
  Object.fromEntries(left.map((purpose) => [purpose, revision]));

/** A sheet that still lacks something stays open and names it (R18); a complete one says so (R19). */
async function answerSaved(
  turn: AccountTurn,
  account: Account,
  { missing, changed, unlocks }: Extract<EditDecision, { kind: 'accepted' }>,
  base: FormBase,
): Promise<Answer> {
  const { viewer } = turn;
  const after = () => refreshHomes(turn, account);
  const personal = changed.includes('tech-emergency') ? await personalOf(turn, account.sheet['tech-emergency']) : [];
  if (missing.length === 0) {
    const unconfirmed = await unconfirmedOf(turn, account);
    const view = savedModal.render({ account, changed, unlocked: unlocks, personal, unconfirmed }, viewer);
    return { kind: 'update', view, after };
  }
  const key = account.environment === 'sandbox' ? 'form.saved.partly' : 'form.saved.partly.production';
  const kept = viewer.say.mrkdwn(key, { missing: purposeNames(missing, viewer.say) });
  const view = form.render({ account, notice: [kept, ...adviceLines(personal, viewer.say)], base }, viewer);
  return { kind: 'update', view, after };
}

/** The addresses that read like one person's mailbox, or belong to somebody of this workspace (R10). */
async function personalOf({ client, deps }: AccountTurn, addresses: readonly string[]): Promise<string[]> {
  const owned = await addressesOfPeople(client, addresses, deps.log);
  return addresses.filter((address) => looksPersonal(address) || owned.has(address));
}

export const errorsOf = (refusals: Refusals, say: Say): Record<string, string> =>
  Object.fromEntries(Object.entries(refusals).map(([purpose, refusal]) => [purpose, refusalText(refusal, say)]));

function conflictText(conflicts: readonly Conflict[], say: Say): string[] {
  const changes = conflicts.map(({ purpose, theirs }) =>
    say.mrkdwn('form.conflict.field', {
      purpose: purposeName(purpose, say),
      theirs:
        purpose === 'alert'
          ? { mrkdwn: theirs.map((userId) => mention(userId).mrkdwn).join(', ') }
          : theirs.join(', ') || say('form.conflict.empty'),
    }),
  );
  const who = [...new Set(conflicts.map(({ by }) => mention(by).mrkdwn))];
  return [
    say.mrkdwn('form.conflict', { who: { mrkdwn: say.list(who) } }),
    ...changes,
    say.mrkdwn('form.conflict.kept'),
  ];
}
