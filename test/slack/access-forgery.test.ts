import { describe, expect, it } from 'vitest';
import { nameOf as listenerName } from '../../src/slack/gate.ts';
import { LISTENERS } from '../../src/slack/listeners.ts';
import { isQuiet } from '../../src/slack/turn.ts';
import type { Desk } from './desk.ts';
import { ACTIONS, act, type Forgery, SUBMISSIONS, sourceOf, type Views, viewsOf } from './matrix-acts.ts';
import { codeOf, held, type Outcome, outcomeOf } from './matrix-outcome.ts';
import { build, internalsOf, nameOf, PEOPLE, WHO, type World } from './matrix-world.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;
let world: World;
let views: Views;

const beginAgain = beginOnce(async (fresh) => {
  desk = fresh;
  world = await build(desk, { complete: true });
  views = viewsOf(world, desk.now);
}, PEOPLE);

/** Ids that lead nowhere, whatever they stand for. */
const NONSENSE = {
  unknown: 'acc0000000000000',
  empty: '',
  huge: 'x'.repeat(10_000),
  shape: '{"account":{"id":1}}',
  proto: '__proto__',
};

/** What belongs to somebody else, by what it is: of another account of the workspace, and of another workspace. */
const others = (of: string): { other: string; abroad: string } => {
  const { other, abroad, requests, asks } = world;
  if (of === 'request') return { other: requests.other.id, abroad: requests.abroad.id };
  if (of === 'ask') return { other: asks.other.id, abroad: asks.abroad.id };
  if (of === 'user') return { other: 'UTHEIRS', abroad: 'UFAYE' };
  if (of === 'brand') return { other: other.defaultBrandId ?? '', abroad: abroad.defaultBrandId ?? '' };
  if (of === 'choice') return { other: `status.${other.id}`, abroad: `status.${abroad.id}` };
  return { other: other.id, abroad: abroad.id };
};

const FORGED = ['other', 'abroad', 'unknown', 'empty', 'huge', 'shape', 'proto'] as const;

/** An admin of the account, who may do everything there, does it with something forged. */
async function forge(name: string, forgery: Forgery): Promise<Outcome> {
  if (untouched) desk.forget(PEOPLE);
  else await beginAgain();
  desk.channels.set('COURS', { id: 'COURS', is_member: true });
  const before = untouched ?? (await held(desk.store));
  const outcome = await outcomeOf(desk, WHO.admin, before, () => act(desk, name, WHO.admin, world, views, forgery));
  untouched = outcome.changed ? null : before;
  return outcome;
}

/** What the database held before the last forgery, if that changed nothing, as most do: then nothing has to be put back. */
let untouched: Awaited<ReturnType<typeof held>> | null = null;

/** What a forgery may never do, whatever it is answered with. */
const tells = ({ all }: Outcome): string[] => [
  ...(internalsOf('other').test(all) ? ['the contacts of another account'] : []),
  ...(internalsOf('abroad').test(all) || all.includes(nameOf('abroad')) ? ['another workspace'] : []),
];

/**
 * The value of every button, forged by an admin of the account: `none` and `refused` are refusals; `done` means that
 * the value was passed over, or leads to the person's own account; `own` names an account of the workspace that every
 * colleague may ask for.
 */
const VALUES = `
what                             is       does                  other    abroad   unknown  empty    huge     shape    proto
action contact.open              account  opens contact.save    none     none     none     done     none     none     none
action hours.open                account  opens hours.save      none     none     none     done     none     none     none
action hours.add                 nothing  redraws hours.save    done     done     done     done     done     done     done
action hours.remove              nothing  redraws hours.save    done     done     done     done     done     done     done
action hours.zone                nothing  redraws hours.save    done     done     done     done     done     done     done
action hours.preset              nothing  redraws hours.save    done     done     done     done     done     done     done
action hours.copy                nothing  redraws hours.save    done     done     done     done     done     done     done
action hours.midnight            nothing  redraws hours.save    done     done     done     done     done     done     done
action plan.open                 account  opens plan.view       none     none     none     done     none     none     none
action plan.page                 nothing  opens plan.view       done     done     done     done     done     done     done
action exception.new             nothing  opens exception.add   done     done     done     done     done     done     done
action exception.remove          nothing  opens plan.view       done     done     done     done     done     done     done
action holiday.open              nothing  opens holiday.take    done     done     done     done     done     done     done
action country.find              nothing  opens holiday.take    done     done     done     done     done     done     done
action country.add               nothing  opens holiday.take    done     done     done     done     done     done     done
action country.remove            nothing  opens holiday.take    done     done     done     done     done     done     done
action target.open               nothing  opens target.save     done     done     done     done     done     done     done
action target.preset             nothing  opens target.save     done     done     done     done     done     done     done
action target.more               nothing  opens target.save     done     done     done     done     done     done     done
action target.less               nothing  opens target.save     done     done     done     done     done     done     done
action coverage.open             account  opens coverage.view   none     none     none     done     none     none     none
action coverage.draw             account  opens coverage.view   done     done     done     done     done     done     done
action cover.take                account  opens coverage.view   done     done     done     done     done     done     done
action cover.return              account  opens coverage.view   done     done     done     done     done     done     done
action draft.keep                nothing  keeps what            done     done     done     done     done     done     done
action draft.discard             nothing  redraws contact.save  done     done     done     done     done     done     done
action history.open              account  opens history.view    none     none     none     done     none     none     none
action history.older             nothing  opens history.view    done     done     done     done     done     done     done
action history.newer             nothing  opens history.view    done     done     done     done     done     done     done
action history.undo              nothing  opens history.view    done     done     done     done     done     done     done
action export.open               account  opens export.send     none     none     none     done     none     none     none
action import.open               account  opens import.save     done     done     done     done     done     done     done
action import.more               nothing  opens import.save     done     done     done     done     done     done     done
action verify.open               account  opens verify.view     none     none     none     done     none     none     none
action verify.all                nothing  mails verify.view     done     done     done     done     done     done     done
action verify.send               nothing  opens verify.view     done     done     done     done     done     done     done
action verify.enter              nothing  opens verify.view     done     done     done     done     done     done     done
action contact.confirm           account  opens contact.save    none     none     none     done     none     none     none
action section.ask               account  opens section.send    none     none     none     done     none     none     none
action section.withdraw          ask      opens section.send    done     done     done     done     done     done     done
action section.fill              ask      opens section.answer  refused  refused  refused  refused  refused  refused  refused
action access.users              account  opens access.grant    none     none     none     done     none     none     none
action access.member             user     opens access.change   refused  refused  refused  refused  refused  refused  refused
action access.revoke             user     opens access.take     done     done     done     done     done     done     done
action access.channel            nothing  opens access.route    done     done     done     done     done     done     done
action access.ask                account  opens access.request  own      own      own      own      own      own      own
action access.propose            account  opens access.request  none     none     none     done     none     none     none
action access.withdraw           request  opens access.taken    none     none     none     none     none     none     none
action access.approve            request  opens access.decide   none     none     none     none     none     none     none
action access.deny               request  opens access.decide   none     none     none     none     none     none     none
action access.review             request  opens access.decide   none     none     none     none     none     none     none
action access.recover            account  opens access.takeover refused  none     none     none     none     none     none
action account.open              nothing  opens account.create  done     done     done     done     done     done     done
action brand.open                nothing  opens brand.save      done     done     done     done     done     done     done
action brand.mend                account  says put right        none     none     none     done     none     none     none
action advice.keep               account  says nothing was      none     none     none     done     none     none     none
action settings.open             account  opens settings.view   none     none     none     done     none     none     none
action account.name              nothing  opens account.rename  done     done     done     done     done     done     done
action brand.new                 nothing  opens brand.add       done     done     done     done     done     done     done
action brand.edit                brand    opens brand.change    refused  refused  refused  refused  refused  refused  refused
action brand.default             brand    opens nothing         refused  refused  refused  refused  refused  refused  refused
action brand.remove              brand    opens nothing         refused  refused  refused  refused  refused  refused  refused
action integration.edit          nothing  opens integration.change done     done     done     done     done     done     done
action channel.open              nothing  opens channel.link    done     done     done     done     done     done     done
action channel.unlink            nothing  opens settings.view   done     done     done     done     done     done     done
action launch.open               account  opens launch.confirm  none     none     none     done     none     none     none
action account.choose            choice   says Sandbox 6/6      none     none     none     none     none     none     none
action account.page              nothing  shows Harvest Table   done     done     done     done     done     done     done
action who.about                 choice   says Harvest          none     none     none     done     none     none     none
action share.open                account  opens share.post      none     none     none     done     none     none     none
action share.language            nothing  opens share.post      done     done     done     done     done     done     done
action home.accounts             nothing  shows Harvest Table   done     done     done     done     done     done     done
action support.open              nothing  opens support.view    done     done     done     done     done     done     done
action support.link              nothing  is nothing            done     done     done     done     done     done     done
action help.open                 nothing  opens help.view       done     done     done     done     done     done     done
`;

const ROWS = VALUES.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [name = '', is = '', does = ''] = line.split(/ {2,}/);
    // The longest of what it does leaves one space.
    const words = line.split(/ +/).slice(-FORGED.length);
    return [
      name,
      is,
      does
        .split(' ')
        .slice(0, does.startsWith('shows') ? 3 : 2)
        .join(' '),
      words,
    ] as const;
  });

/** A draft of one's own, or a mail that was asked for, is no change of an account. */
const changes = ({ changed, kept }: Outcome, does: string): boolean => changed && !kept && !does.startsWith('mails');

describe('a forged value of a button', () => {
  it('is tried on every button that there is', () => {
    const actions = LISTENERS.filter(({ source }) => source.kind === 'action').map(({ source }) =>
      listenerName(source),
    );
    expect(ROWS.map(([name]) => name).sort()).toEqual(actions.sort());
  });

  it.each(ROWS)(
    'A9: “%s” (%s) changes nothing and tells nothing',
    async (name, is, does, words) => {
      const seen: Record<string, string> = {};
      for (const kind of FORGED) {
        const outcome = await forge(name, { value: { ...NONSENSE, ...others(is) }[kind] });
        seen[kind] = [codeOf(outcome, does), ...tells(outcome), ...(changes(outcome, does) ? ['a change'] : [])].join(
          ', but ',
        );
      }
      expect(seen).toEqual(Object.fromEntries(FORGED.map((kind, place) => [kind, words[place]])));
    },
    30_000,
  );
});

const IDS = ['account', 'brand', 'request', 'user'];
const WRONG_IDS: unknown[] = [...Object.values(NONSENSE), 'UNEW', 7, null, true, {}, [], ['x'], undefined];
const WRONG_COUNTS: unknown[] = [
  -1,
  1.5,
  1e308,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  'x',
  '',
  null,
  true,
  {},
  [],
  [[]],
  undefined,
];

/** What comes while somebody types is never answered. */
const QUIET = new Set(LISTENERS.filter(isQuiet).map(({ source }) => listenerName(source)));

/** Buttons whose value says all, the account as well: they stand in messages too, where nothing else does. */
const ALONE = ['action cover.take', 'action cover.return'];

/** Buttons that save at once. */
const SAVING = ['action brand.default', 'action brand.remove', 'action channel.unlink'];

const written = (name: string): Record<string, unknown> =>
  JSON.parse((sourceOf(name, views) as { private_metadata?: string } | null)?.private_metadata || '{}');

const inViews = [
  ...Object.entries(ACTIONS).flatMap(([id, { in: place }]) => (place && place !== 'home' ? [`action ${id}`] : [])),
  ...Object.keys(SUBMISSIONS).map((id) => `submission ${id}`),
].filter((name) => name !== 'submission account.create');

/** What is wrong with the answer to a forgery; whoever is refused must be told so. */
function problemsOf(name: string, { view, message, errors, fault, ...outcome }: Outcome, mayChange: boolean): string[] {
  const answered = view !== null || message !== null || errors !== null || outcome.changed || QUIET.has(name);
  return [
    ...(outcome.changed && !outcome.kept && !mayChange ? [`changed ${outcome.writes}`] : []),
    ...(outcome.acknowledged ? [] : ['not acknowledged']),
    ...(answered ? [] : ['without an answer']),
    // What is about access or a brand is refused in words.
    ...(fault && /access\.|brand\./.test(name) ? ['a fault'] : []),
    ...tells({ ...outcome, view, message, errors, fault }),
  ];
}

describe('forged metadata', () => {
  it.each(inViews)(
    'A9: of “%s” with another id changes nothing and is answered',
    async (name) => {
      const problems: string[] = [];
      const fields = Object.keys(written(name)).filter((field) => IDS.includes(field));
      expect(fields).toContain('account');
      for (const field of fields) {
        for (const wrong of [...Object.values(others(field)), ...WRONG_IDS]) {
          const metadata = JSON.stringify({ ...written(name), [field]: wrong });
          // Every colleague may ask for access to every account of the workspace.
          const asks = (name === 'submission access.request' && wrong === world.other.id) || ALONE.includes(name);
          const found = problemsOf(name, await forge(name, { metadata }), asks);
          problems.push(
            ...found.map((problem) => `${field} ${String(JSON.stringify(wrong)).slice(0, 40)}: ${problem}`),
          );
        }
      }
      expect(problems).toEqual([]);
    },
    60_000,
  );

  it.each(inViews)(
    'of “%s” with another number changes the person’s own account at the most, and is answered',
    async (name) => {
      const problems: string[] = [];
      for (const field of Object.keys(written(name)).filter((one) => !IDS.includes(one))) {
        for (const wrong of WRONG_COUNTS) {
          const metadata = JSON.stringify({ ...written(name), [field]: wrong });
          const outcome = await forge(name, { metadata });
          const changed = await desk.store.client.account.findMany({ where: { id: { not: world.here.id } } });
          const found = problemsOf(name, outcome, name.startsWith('submission') || SAVING.includes(name));
          if (changed.some(({ revision, id }) => revisions()[id] !== revision)) found.push('changed another account');
          problems.push(...found.map((problem) => `${field} ${String(JSON.stringify(wrong))}: ${problem}`));
        }
      }
      expect(problems).toEqual([]);
    },
    60_000,
  );

  const revisions = (): Record<string, number> =>
    Object.fromEntries([world.other, world.lost, world.abroad].map(({ id, revision }) => [id, revision]));

  it.each(inViews.filter((name) => name.startsWith('submission')))(
    'A9: of “%s” that is none of ours changes nothing and is answered',
    async (name) => {
      const account = world.here.id;
      const shapes = ['', 'null', '[]', '7', '"x"', '{', account, 'x'.repeat(10_000), JSON.stringify([{ account }])];
      shapes.push(`{"__proto__":{"account":"${account}"}}`, `{"constructor":{"account":"${account}"}}`);
      const problems: string[] = [];
      for (const metadata of shapes) {
        const found = problemsOf(name, await forge(name, { metadata }), false);
        problems.push(...found.map((problem) => `${metadata.slice(0, 40)}: ${problem}`));
      }
      expect(problems).toEqual([]);
    },
    60_000,
  );
});
