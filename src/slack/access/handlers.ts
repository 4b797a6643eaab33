import { decideGrant } from '../../domain/access.ts';
import { grantAccess } from '../../store/access.ts';
import { refreshHomes } from '../home/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { grantRefusalText, usersView } from './users.ts';
import { welcomeMessage } from './welcome.ts';

export const openUsers = async ({ account, viewer, now }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: usersView.render({ account, now }, viewer),
});

export async function grant(turn: AccountTurn): Promise<Answer> {
  const { deps, client, account, person, viewer, now } = turn;
  const { say } = viewer;
  const { userId, role } = usersView.parse(turn.values);
  if (!role) return { kind: 'errors', errors: { role: say('problem.role-missing') } };
  const people = await lookUpAll({ ...turn, store: deps.store }, userId ? [userId] : []);
  const colleague = (userId && people.get(userId)) || null;
  const decision = decideGrant(account, { by: person, to: colleague, role }, now);
  if (decision.kind === 'refused' || !colleague) {
    const text =
      decision.kind === 'refused' ? grantRefusalText(decision.refusal, say) : say('users.refused.nobody-chosen');
    return { kind: 'errors', errors: { person: text } };
  }
  const saved = await grantAccess(deps.store, { account, member: decision.member, by: person.userId, now });
  if (saved.kind === 'conflict') return grant({ ...turn, account: saved.account });
  const after = async () => {
    const welcome = welcomeMessage.render(
      { account: saved.account, by: person.userId, role },
      viewerOf(colleague, saved.account, now),
    );
    await client.chat.postMessage({ channel: colleague.userId, unfurl_links: false, ...welcome });
    await refreshHomes(turn, saved.account);
  };
  return {
    kind: 'update',
    view: usersView.render({ account: saved.account, added: colleague.userId, now }, viewer),
    after,
  };
}
