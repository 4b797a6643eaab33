import { findAccount } from '../../src/store/accounts.ts';
import { createRequest } from '../../src/store/requests.ts';
import { type Desk, TEAM } from './desk.ts';
import { act, type Views, viewsOf } from './matrix-acts.ts';
import { codeOf, held, type Outcome, outcomeOf } from './matrix-outcome.ts';
import {
  ABROAD,
  type Actor,
  build,
  internalsOf,
  MEMBERS,
  nameOf,
  OUTSIDERS,
  PEOPLE,
  WHO,
  type World,
} from './matrix-world.ts';
import { beginOnce } from './rewind.ts';

/** The rows of a table as it is written out: what is done, what it does, and a word for each of the actors. */
export const rowsOf = (table: string, actors: readonly Actor[]) =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', does = ''] = line.split(/ {2,}/);
      const words = line.split(/ +/).slice(-actors.length);
      return [name, does, Object.fromEntries(actors.map((actor, place) => [actor, words[place]]))] as const;
    });

/** A world in which one person does one thing, over and over. */
export function newMatrix(complete: boolean) {
  let desk: Desk;
  let world: World;
  let views: Views;

  const beginAgain = beginOnce(async (fresh) => {
    desk = fresh;
    world = await build(desk, { complete });
    views = viewsOf(world, desk.now);
  }, PEOPLE);

  /** A request that is the person's own. */
  const wishOf = async (userId: string) => {
    const account = (await findAccount(desk.store, { teamId: TEAM, accountId: world.here.id })) ?? world.here;
    const wish = { forUser: userId, role: 'viewer', reason: 'Why not', endsAt: null } as const;
    const asked = await createRequest(desk.store, { account, by: userId, now: desk.now, wish });
    if (asked.kind !== 'requested') throw new Error('the request was not stored');
    return asked.request;
  };

  /** How it ends, as a word, and what else is wrong with it. */
  async function cell(name: string, does: string, actor: Actor): Promise<string> {
    await beginAgain();
    desk.channels.set('COURS', { id: 'COURS', is_member: true });
    if (actor === 'foreign') desk.origins.set(WHO.foreign, ABROAD);
    // Only whoever asked can withdraw.
    const asks = name === 'action access.withdraw' && actor === 'none';
    const about = asks ? { ...world, requests: { ...world.requests, here: await wishOf(WHO.none) } } : world;
    const outcome = await outcomeOf(desk, WHO[actor], await held(desk.store), () =>
      act(desk, name, WHO[actor], about, views),
    );
    const code = codeOf(outcome, does);
    return [code, ...problemsOf(actor, code, does, outcome)].join(', but ');
  }

  return { cell };
}

/** What must be true whatever the word is: what is not done changes nothing, reaches nobody else and tells nothing. */
function problemsOf(
  actor: Actor,
  code: string,
  does: string,
  { changed, toOthers, acknowledged, all, log }: Outcome,
): string[] {
  const writes = code === 'done' && /^(writes|keeps|mails|redraws)/.test(does);
  // Nora, who has no access, fills a section in: what she saves is shown to the members.
  const answers = writes && actor === 'none' && does.endsWith('sheet.saved');
  const tells = (['here', 'other', 'lost', 'abroad'] as const).filter((place) => {
    const member = { here: MEMBERS.includes(actor) || answers, other: actor === 'other', lost: writes, abroad: false }[
      place
    ];
    if (member) return false;
    // What Slack says of somebody who left is not told to them.
    const named = OUTSIDERS.includes(actor) && !(writes && does.endsWith('access.left')) && all.includes(nameOf(place));
    return named || internalsOf(place).test(all);
  });
  return [
    ...(changed === writes ? [] : [`changed: ${changed}`]),
    ...(writes || (code === 'done' && does.startsWith('posts')) ? [] : toOthers),
    ...(log.includes('@') ? ['an address in the log'] : []),
    ...(acknowledged ? [] : ['not acknowledged']),
    ...tells.map((place) => `tells of ${nameOf(place)}`),
  ];
}
