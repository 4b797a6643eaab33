import { decideLaunch } from '../../domain/launch.ts';
import { readNewAccount } from '../../domain/new-account.ts';
import { accountsOfWorkspace, createAccount, launchAccount } from '../../store/accounts.ts';
import { onLatest } from '../../store/save.ts';
import { refuse } from '../access/refusing.ts';
import { form } from '../contact/form.ts';
import { purposeNames, refusalText } from '../contact/words.ts';
import { refreshHomes } from '../home/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import type { AccountTurn, Answer, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { accountsView } from './accounts.ts';
import { firstRun, newAccountErrors } from './first-run.ts';
import { launchedModal, launchView } from './launch.ts';
import { listOf } from './list.ts';

/** Guests and people of other workspaces set no account up (A9). */
export async function openFirstRun(turn: Turn): Promise<Answer> {
  const { person, viewer } = turn;
  return person.standing === 'member' ? { kind: 'open', view: firstRun.render({}, viewer) } : refuse(turn);
}

export async function saveFirstRun(turn: Turn): Promise<Answer> {
  const { deps, teamId, person, viewer, now, values } = turn;
  if (person.standing !== 'member') return refuse(turn, null, 'update');
  const taken = (await accountsOfWorkspace(deps.store, { teamId })).map((account) => account.name);
  const read = readNewAccount(firstRun.parse(values), taken);
  if (!read.ok) return { kind: 'errors', errors: newAccountErrors(read.problems, viewer.say) };
  const { name, integrations, brand, alias } = read.account;
  const account = await createAccount(deps.store, {
    teamId,
    name,
    integrations: [...integrations],
    brand: { name: brand, supportAlias: alias },
    by: person.userId,
    now,
  });
  return {
    kind: 'update',
    view: form.render({ account }, viewerOf(person, account, now)),
    after: () => refreshHomes(turn, account),
  };
}

export async function listAccounts(turn: Turn): Promise<Answer> {
  const list = await listOf(turn);
  return list ? { kind: 'open', view: accountsView.render({ ...list, page: 0 }, list.viewer) } : refuse(turn);
}

export const openLaunch = async ({ account, viewer }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: launchView.render({ account }, viewer),
});

export async function confirmLaunch(turn: AccountTurn): Promise<Answer> {
  const { deps, person, viewer, now } = turn;
  const { say } = viewer;
  const { alert } = launchView.parse(turn.values);
  const people = await lookUpAll({ ...turn, store: deps.store }, alert);
  const refused = (text: string): Answer => ({ kind: 'errors', errors: { alert: text } });
  return onLatest<Answer>(turn.account, async (account) => {
    const decision = decideLaunch(account, { by: person, alert }, people, now);
    switch (decision.kind) {
      case 'refused':
        return refused(refusalText(decision.refusal, say));
      case 'incomplete':
        return refused(say('launch.incomplete', { missing: purposeNames(decision.missing, say) }));
      case 'not-an-admin':
      case 'already-launched':
        return refused(say(`launch.${decision.kind}`));
      case 'launched': {
        const saved = await launchAccount(deps.store, { account, alert: decision.alert, by: person.userId, now });
        if (saved.kind === 'conflict') return saved;
        const view = launchedModal.render({ account: saved.account }, viewer);
        return { kind: 'update', view, after: () => refreshHomes(turn, saved.account) };
      }
    }
  });
}
