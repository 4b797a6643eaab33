import { holds } from '../../domain/access.ts';
import { type Account, type Brand, defaultBrand } from '../../domain/account.ts';
import {
  becomesDefault,
  decideBrand,
  decideDefault,
  decideNewBrand,
  decideRemoval,
  mergeBrand,
} from '../../domain/brand.ts';
import { readAlias } from '../../domain/new-account.ts';
import { mention } from '../../i18n/say.ts';
import { addBrand, makeDefault, removeBrand, saveBrand, saveBrandAlias } from '../../store/brands.ts';
import { type ChangeEntry, changesOfKinds } from '../../store/changes.ts';
import type { SaveOutcome } from '../../store/save.ts';
import { refuse } from '../access/refusing.ts';
import { whileHolding } from '../access/still.ts';
import { brandView } from '../account/brand.ts';
import { formBelow } from '../contact/below.ts';
import { refusalText } from '../contact/words.ts';
import { below, refreshBelow } from '../settings/below.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { type BrandNews, brandNewsModal, driftOf } from './drift.ts';
import { editBrandView, newBrandView } from './edit.ts';
import { brandErrors } from './words.ts';

/** The default brand's alias, where the form asks for it: an editor may give a missing one, an admin also changes it (A6). */
export async function openBrand(turn: AccountTurn): Promise<Answer> {
  const { account, viewer } = turn;
  const brand = defaultBrand(account);
  if (brand?.supportAlias && viewer.role !== 'admin') return refuse(turn, account);
  return { kind: 'open', view: brandView.render({ account, brand, below: formBelow(turn) }, viewer) };
}

export async function saveDefaultAlias(turn: AccountTurn): Promise<Answer> {
  const { deps, person, now, metadata, viewer } = turn;
  const { say } = viewer;
  const answers = brandView.parse(turn.values);
  const refused = (alias: string): Answer => ({ kind: 'errors', errors: { alias } });
  return whileHolding(turn, 'editor', async (account) => {
    const brand = defaultBrand(account);
    if (!brand) return add(turn, account, { name: '', ...answers });
    if (metadata.brand !== brand.id) return refused(say('problem.brand-moved'));
    if (brand.supportAlias !== null && !holds(account, person, 'admin', now)) {
      return refused(say('problem.alias-admin', { alias: brand.supportAlias }));
    }
    const read = readAlias(answers.alias);
    if (!read.ok) {
      const { problem } = read;
      return refused(problem.reason === 'alias-one' ? say('problem.alias-one') : refusalText(problem, say));
    }
    const alias = { brandId: brand.id, supportAlias: read.alias };
    return told(turn, await saveBrandAlias(deps.store, { account, ...alias, by: person.userId, now }));
  });
}

export const openNewBrand = async ({ account, viewer }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: newBrandView.render({ account }, viewer),
});

export const saveNewBrand = (turn: AccountTurn): Promise<Answer> =>
  whileHolding(turn, 'admin', (account) => add(turn, account, newBrandView.parse(turn.values)));

async function add(turn: AccountTurn, account: Account, answers: { name: string; alias: string }) {
  const { deps, person, now, viewer } = turn;
  const decision = decideNewBrand(account, answers);
  if (decision.kind === 'gone') return sayNews(turn, account, 'gone');
  if (decision.kind === 'refused')
    return { kind: 'errors', errors: brandErrors(decision.problems, viewer.say) } as const;
  const { name, supportAlias } = decision;
  const brand = { name, supportAlias, isDefault: becomesDefault(account) };
  return told(turn, await addBrand(deps.store, { account, ...brand, by: person.userId, now }));
}

export async function openEditBrand(turn: AccountTurn): Promise<Answer> {
  const { account, viewer, value } = turn;
  const brand = account.brands.find(({ id }) => id === value);
  if (!brand) return { ...sayNews(turn, account, 'gone'), kind: 'open' };
  return { kind: 'open', view: editBrandView.render({ account, brand }, viewer) };
}

export async function saveEditedBrand(turn: AccountTurn): Promise<Answer> {
  const { deps, person, now, viewer, metadata } = turn;
  const typed = editBrandView.parse(turn.values);
  return whileHolding(turn, 'admin', async (account) => {
    const brand = account.brands.find(({ id }) => id === metadata.brand);
    if (!brand) return sayNews(turn, account, 'gone');
    const since = await brandChanges(turn, account, brand);
    const merged = mergeBrand({ before: brandBefore(brand, since), now: brand }, typed);
    if (merged.kind === 'conflict') {
      const alias = brand.supportAlias ?? viewer.say('settings.brand.no-alias');
      const who = mention(since.at(-1)?.by ?? person.userId);
      const notice = viewer.say.mrkdwn('brand.conflict', { who, brand: brand.name, alias });
      return { kind: 'update', view: editBrandView.render({ account, brand, notice }, viewer) };
    }
    const decision = decideBrand(account, brand.id, merged.answers);
    if (decision.kind === 'gone') return sayNews(turn, account, 'gone');
    if (decision.kind === 'refused') return { kind: 'errors', errors: brandErrors(decision.problems, viewer.say) };
    const { name, supportAlias } = decision;
    const answers = { brandId: brand.id, name, supportAlias };
    return told(turn, await saveBrand(deps.store, { account, ...answers, by: person.userId, now }));
  });
}

/** What others did to the brand since the view was opened. */
async function brandChanges(turn: AccountTurn, account: Account, brand: Brand): Promise<ChangeEntry[]> {
  const { revision = account.revision } = turn.metadata;
  const kinds = ['brand.renamed', 'brand.alias'] as const;
  const changes = await changesOfKinds(turn.deps.store, { accountId: account.id, revision, kinds });
  return changes.filter(({ after }) => after.brandId === brand.id);
}

/** The brand as it was before these changes, oldest first. */
function brandBefore(brand: Brand, changes: readonly ChangeEntry[]): Brand {
  const [first] = changes;
  const aliased = changes.find(({ before }) => 'supportAlias' in before);
  return {
    ...brand,
    ...(first && { name: String(first.before.brand ?? brand.name) }),
    ...(aliased && { supportAlias: aliased.before.supportAlias as string | null }),
  };
}

export const makeDefaultBrand = (turn: AccountTurn): Promise<Answer> =>
  whileHolding(turn, 'admin', async (account) => {
    const brandId = brandMeant(turn);
    const decision = decideDefault(account, brandId);
    if (decision.kind === 'refused') return sayNews(turn, account, decision.reason);
    return told(turn, await makeDefault(turn.deps.store, { account, brandId, ...done(turn) }), 'made-default');
  });

export const takeBrandAway = (turn: AccountTurn): Promise<Answer> =>
  whileHolding(turn, 'admin', async (account) => {
    const brandId = brandMeant(turn);
    const decision = decideRemoval(account, brandId);
    if (decision.kind === 'refused') return sayNews(turn, account, decision.reason);
    return told(turn, await removeBrand(turn.deps.store, { account, brandId, ...done(turn) }), 'removed');
  });

/** The brand that the view is about; a button that says another one means none. */
const brandMeant = ({ value, metadata }: AccountTurn): string => (value === metadata.brand ? (value ?? '') : '');

const done = ({ person, now }: AccountTurn) => ({ by: person.userId, now });

const sayNews = (turn: AccountTurn, account: Account, news: BrandNews) =>
  ({
    kind: 'update',
    view: brandNewsModal.render({ account, news, below: below(turn) }, turn.viewer),
  }) as const;

/**
 * Goes back to what lies below. A form that was sent is done with; but a drift that it caused is said at once, with the
 * click that mends it (X5).
 */
function told(turn: AccountTurn, saved: SaveOutcome, news: BrandNews | null = null) {
  if (saved.kind === 'conflict') return saved;
  const { account } = saved;
  const after = () => refreshBelow(turn, account, ['ops-users']);
  if (news === null && !driftOf(account)) return { kind: 'nothing', after } as const;
  return { ...sayNews(turn, account, news ?? 'saved'), after };
}
