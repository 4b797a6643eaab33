import type { Account } from '../../domain/account.ts';
import { decideMend } from '../../domain/brand.ts';
import { changesOfKinds } from '../../store/changes.ts';
import { saveSheet } from '../../store/sheets.ts';
import { whileHolding } from '../access/still.ts';
import { formBelow, withAnew } from '../contact/below.ts';
import { form } from '../contact/form.ts';
import { savedModal } from '../contact/saved.ts';
import { readSeen } from '../seen.ts';
import { below, refreshBelow, settingsAnswer } from '../settings/below.ts';
import { settingsView } from '../settings/settings.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { type BrandNews, brandNewsMessage, brandNewsModal, newsText } from './drift.ts';

/** Shares the default brand's alias with users: the one click that mends a drift, wherever it is offered (X5). */
export async function mendDrift(turn: AccountTurn): Promise<Answer> {
  const { deps, person, now, viewer, value } = turn;
  const { revision } = readSeen(value);
  return whileHolding(turn, 'editor', async (account) => {
    const decision = decideMend(account, await aliasMoved(turn, account, revision), now);
    if (decision.kind !== 'accepted') return answerWith(turn, account, decision.kind);
    const { sheet, changed, unlocks } = decision;
    const saved = await saveSheet(deps.store, { account, sheet, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    const after = () => refreshBelow(turn, saved.account, ['ops-users']);
    if (!unlocks) return { ...(await answerWith(turn, saved.account, 'mended')), after };
    const view = savedModal.render({ account: saved.account, changed, unlocked: true }, viewer);
    return { kind: 'update', view, after };
  });
}

/** Whether another alias may be expected than when the button was shown. A value that does not say when says: yes. */
async function aliasMoved({ deps }: AccountTurn, account: Account, revision: number | null): Promise<boolean> {
  if (revision === null) return true;
  const kinds = ['brand.added', 'brand.alias', 'brand.default', 'brand.renamed'] as const;
  const changes = await changesOfKinds(deps.store, { accountId: account.id, revision, kinds });
  return changes.some(({ kind, before, after }) =>
    kind === 'brand.added' ? 'defaultBrandId' in after : kind === 'brand.default' || 'supportAlias' in before,
  );
}

/** Says what came of it where the person is. */
async function answerWith(turn: AccountTurn, account: Account, news: BrandNews): Promise<Answer> {
  const { viewer, surface } = turn;
  const text = newsText({ account, news }, viewer.say);
  const begun = formBelow(turn);
  if (surface === form.id && begun) {
    const base = withAnew(begun, ['ops-users'], account);
    return { kind: 'update', view: form.render({ account, notice: [text], base }, viewer) };
  }
  if (surface === settingsView.id) return settingsAnswer(turn, account, 'update', text);
  if (surface === null) return { kind: 'say', message: brandNewsMessage.render({ account, news }, viewer) };
  return { kind: 'update', view: brandNewsModal.render({ account, news, below: below(turn) }, viewer) };
}
