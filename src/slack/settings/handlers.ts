import type { Account } from '../../domain/account.ts';
import { decideIntegrations, decideRename } from '../../domain/settings.ts';
import { mention } from '../../i18n/say.ts';
import { accountsOfWorkspace, renameAccount, saveIntegrations } from '../../store/accounts.ts';
import { changesOfKinds } from '../../store/changes.ts';
import { dropChannelLink, saveChannelLink } from '../../store/channels.ts';
import type { SaveOutcome } from '../../store/save.ts';
import { whileHolding } from '../access/still.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { refreshBelow, settingsAnswer } from './below.ts';
import { linkView } from './channels.ts';
import { confirmIntegrationsView, integrationName, integrationsView } from './integrations.ts';
import { linkProblem } from './link-problem.ts';
import { renameView } from './rename.ts';

export const openSettings = (turn: AccountTurn): Promise<Answer> => settingsAnswer(turn, turn.account, 'open');

const done = ({ person, now }: AccountTurn) => ({ by: person.userId, now });

/** Goes back to the settings, which show what was saved. */
const back = (turn: AccountTurn, saved: SaveOutcome) =>
  saved.kind === 'conflict' ? saved : ({ kind: 'nothing', after: () => refreshBelow(turn, saved.account) } as const);

export const openRename = async ({ account, viewer }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: renameView.render({ account }, viewer),
});

export async function saveName(turn: AccountTurn): Promise<Answer> {
  const { deps, teamId, viewer } = turn;
  const { name: text } = renameView.parse(turn.values);
  return whileHolding(turn, 'admin', async (account) => {
    const accounts = await accountsOfWorkspace(deps.store, { teamId });
    const others = accounts.filter(({ id }) => id !== account.id).map(({ name }) => name);
    const decision = decideRename(text, others);
    if (decision.kind === 'refused') {
      const { limit = 0 } = decision.problem as { limit?: number };
      return { kind: 'errors', errors: { name: viewer.say(`problem.${decision.problem.reason}`, { limit }) } };
    }
    return back(turn, await renameAccount(deps.store, { account, name: decision.name, ...done(turn) }));
  });
}

export const openIntegrations = async ({ account, viewer }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: integrationsView.render({ account }, viewer),
});

/** What means something for the sheet is said first, and saved with the next click. */
export const chooseIntegrations = (turn: AccountTurn): Promise<Answer> =>
  settleIntegrations(turn, integrationsView.parse(turn.values).integrations, false);

export const confirmIntegrations = (turn: AccountTurn): Promise<Answer> =>
  settleIntegrations(turn, turn.metadata.integrations ?? [], true);

const settleIntegrations = (turn: AccountTurn, chosen: readonly string[], confirmed: boolean): Promise<Answer> =>
  whileHolding(turn, 'admin', async (account) => {
    const { deps, viewer } = turn;
    const overtaken = await overtakenBy(turn, account);
    if (overtaken) {
      const list = viewer.say.list(account.integrations.map((type) => integrationName(type, viewer.say)));
      const notice = viewer.say.mrkdwn('integrations.conflict', { who: mention(overtaken), list });
      return { kind: 'update', view: integrationsView.render({ account, notice }, viewer) };
    }
    const decision = decideIntegrations(account, chosen);
    if (decision.kind === 'refused') {
      const text = viewer.say(`problem.${decision.problem.reason}`);
      if (!confirmed) return { kind: 'errors', errors: { integrations: text } };
      return { kind: 'update', view: integrationsView.render({ account, notice: text }, viewer) };
    }
    const { integrations, merchant, effect } = decision;
    if (!confirmed && (merchant || effect !== 'nothing')) {
      return { kind: 'update', view: confirmIntegrationsView.render({ account, decision }, viewer) };
    }
    return back(turn, await saveIntegrations(deps.store, { account, integrations, ...done(turn) }));
  });

/** Who else changed the integrations since the view was opened; null if nobody did (R23). */
async function overtakenBy({ deps, metadata }: AccountTurn, account: Account): Promise<string | null> {
  const { revision = account.revision } = metadata;
  const kinds = ['account.integrations'] as const;
  const changes = await changesOfKinds(deps.store, { accountId: account.id, revision, kinds });
  return changes.at(-1)?.by ?? null;
}

export const openLink = async ({ account, viewer, metadata }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: linkView.render({ account, here: metadata.channel }, viewer),
});

export async function linkChosen(turn: AccountTurn): Promise<Answer> {
  const { deps, client, person, viewer } = turn;
  const { channelId } = linkView.parse(turn.values);
  const refused = (problem: Exclude<Awaited<ReturnType<typeof linkProblem>>, null> | 'missing' | 'taken'): Answer => ({
    kind: 'errors',
    errors: { channel: viewer.say(`channels.refused.${problem}`) },
  });
  if (!channelId) return refused('missing');
  const problem = await linkProblem(client, channelId, person.userId);
  if (problem) return refused(problem);
  return whileHolding(turn, 'admin', async (account) => {
    const saved = await saveChannelLink(deps.store, { account, channelId, ...done(turn) });
    return saved.kind === 'taken' ? refused('taken') : back(turn, saved);
  });
}

export const unlink = (turn: AccountTurn): Promise<Answer> =>
  whileHolding(turn, 'admin', async (account) => {
    const channelId = turn.value ?? '';
    const saved = await dropChannelLink(turn.deps.store, { account, channelId, ...done(turn) });
    return saved.kind === 'conflict' ? saved : settingsAnswer(turn, saved.account, 'update');
  });
