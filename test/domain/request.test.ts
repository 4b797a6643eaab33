import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Member, memberOf, ROLES, type Role } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import type { Person } from '../../src/domain/person.ts';
import {
  type AccessRequest,
  decideWish,
  decideWithdrawal,
  LONGEST_REASON,
  REQUEST_STATES,
  type Review,
  type ReviewRefusal,
  review,
  type Wish,
  type WishProblem,
} from '../../src/domain/request.ts';
import { stateAt } from '../../src/domain/waiting.ts';
import { account as anyAccount, members, people } from './arbitrary.ts';
import { ANA, BRUNO, CHLOE, DIEGO, frozen, HOUR, incomplete, later, member, NOW, OUTSIDERS, person } from './build.ts';

const DAY = 24 * HOUR;
const account = incomplete();
const outsiders = Object.values(OUTSIDERS);
const ROLE = fc.constantFrom(...ROLES);
const END = fc.constantFrom(null, later(1), later(HOUR), later(2 * HOUR), later(DAY));

/** Diego asks to become an editor. */
const request = (facts: Partial<AccessRequest> = {}): AccessRequest => ({
  id: 'request-1',
  accountId: 'account-1',
  forUser: 'UDIEGO',
  by: 'UDIEGO',
  role: 'editor',
  reason: 'I take over the menus.',
  endsAt: null,
  state: 'pending',
  requestedAt: later(-HOUR),
  decidedBy: null,
  decidedAt: null,
  note: null,
  announced: true,
  reminded: 0,
  told: false,
  expiresAt: new Date((facts.requestedAt ?? later(-HOUR)).getTime() + 7 * DAY),
  ...facts,
});

describe('a wish', () => {
  const wish = (facts: Partial<Wish>, of: Account = account) =>
    decideWish(
      of,
      { by: DIEGO, forPerson: DIEGO, role: 'viewer', reason: 'I take over.', endsAt: null, ...facts },
      NOW,
    );

  it.each<[string, Partial<Wish>]>([
    ['of somebody without access', {}],
    ['for a while', { endsAt: later(HOUR) }],
    ['for a year', { endsAt: later(366 * DAY) }],
    ['of a viewer who would be an editor', { by: CHLOE, forPerson: CHLOE, role: 'editor' }],
    ['of a viewer for a colleague', { by: CHLOE }],
    ['of an editor for a colleague', { by: BRUNO, role: 'admin' }],
    ['of an editor for a viewer', { by: BRUNO, forPerson: CHLOE, role: 'editor' }],
    ['with the longest reason', { reason: '😀'.repeat(LONGEST_REASON) }],
    ['with a reason that is short once it is composed', { reason: 'e\u0301'.repeat(LONGEST_REASON) }],
  ])('A1, A5: %s is taken', (_, facts) => {
    expect(wish(facts).kind).toBe('requested');
  });

  it('A1: keeps what was asked, the reason without the space around it', () => {
    const asked = { role: 'admin', reason: ' \n I take e\u0301lan over.\t', endsAt: later(HOUR) } as const;
    expect(wish({ by: BRUNO, ...asked })).toEqual({
      ...{ kind: 'requested', forUser: 'UDIEGO', role: 'admin', reason: 'I take \u00e9lan over.', endsAt: later(HOUR) },
    });
  });

  it.each<[string, Partial<Wish>, WishProblem]>([
    ['names nobody', { forPerson: null }, { field: 'person', reason: 'nobody-chosen' }],
    ...outsiders.map((one): [string, Partial<Wish>, WishProblem] => [
      `is for a ${one.standing}`,
      { forPerson: one },
      { field: 'person', reason: 'not-a-colleague', standing: one.standing as 'guest' },
    ]),
    ['is for what they have', { forPerson: BRUNO, role: 'editor' }, { field: 'person', reason: 'already-a-member' }],
    [
      'is for less than they have',
      { forPerson: ANA, role: 'editor', endsAt: later(HOUR) },
      { field: 'person', reason: 'already-a-member' },
    ],
    ['has no role', { role: null }, { field: 'role', reason: 'role-missing' }],
    ['has no reason', { reason: '' }, { field: 'reason', reason: 'reason-missing' }],
    ['has a blank reason', { reason: ' \n\t' }, { field: 'reason', reason: 'reason-missing' }],
    [
      'has too long a reason',
      { reason: 'x'.repeat(LONGEST_REASON + 1) },
      { field: 'reason', reason: 'reason-too-long', limit: LONGEST_REASON },
    ],
    [
      'would end what they have for good',
      { forPerson: CHLOE, role: 'editor', endsAt: later(HOUR) },
      { field: 'until', reason: 'ends-sooner' },
    ],
    ['ends before it begins', { endsAt: later(-1) }, { field: 'until', reason: 'end-in-the-past' }],
    ['ends as it begins', { endsAt: NOW }, { field: 'until', reason: 'end-in-the-past' }],
    ['ends in more than a year', { endsAt: later(366 * DAY + 1) }, { field: 'until', reason: 'end-too-far' }],
  ])('A1, A5: that %s is refused at its field', (_, facts, problem) => {
    expect(wish(facts)).toEqual({ kind: 'refused', problems: [problem] });
  });

  it('A1: in which everything is wrong says so of every field at once', () => {
    const decision = wish({ forPerson: null, role: null, reason: ' ', endsAt: NOW });
    const fields = decision.kind === 'refused' && decision.problems.map(({ field }) => field);
    expect(fields).toEqual(['person', 'role', 'reason', 'until']);
  });

  it.each<[string, Member | null, Role, Date | null, boolean]>([
    ['access that has ended', member('UDIEGO', 'editor', NOW), 'editor', null, true],
    ['access that will end', member('UDIEGO', 'editor', later(HOUR)), 'editor', null, true],
    ['access that ends earlier', member('UDIEGO', 'editor', later(HOUR)), 'editor', later(2 * HOUR), true],
    ['access that ends then', member('UDIEGO', 'editor', later(HOUR)), 'editor', later(HOUR), false],
    ['access that ends later', member('UDIEGO', 'editor', later(2 * HOUR)), 'editor', later(HOUR), false],
    ['a stronger role that will end', member('UDIEGO', 'admin', later(HOUR)), 'editor', null, false],
    ['a weaker role that ends later', member('UDIEGO', 'viewer', later(2 * HOUR)), 'editor', later(HOUR), false],
    ['a weaker role that ends then', member('UDIEGO', 'viewer', later(HOUR)), 'editor', later(HOUR), true],
    ['a weaker role that ends earlier', member('UDIEGO', 'viewer', later(HOUR)), 'editor', later(2 * HOUR), true],
  ])('A7: of somebody with %s can be made if it is for more, at every moment', (_, known, role, endsAt, taken) => {
    const of = incomplete({ members: [member('UANA', 'admin'), ...(known ? [known] : [])] });
    expect(wish({ role, endsAt }, of).kind).toBe(taken ? 'requested' : 'refused');
  });

  it.each(outsiders.map((one) => [one.standing, one] as const))('A9: a %s makes none', (_, one) => {
    const planted = incomplete({ members: [member(one.userId, 'admin')] });
    expect(wish({ by: one, forPerson: one }, planted)).toEqual({ kind: 'not-a-colleague' });
    expect(wish({ by: one, forPerson: DIEGO, role: null, reason: '' })).toEqual({ kind: 'not-a-colleague' });
  });

  it('A1, A9: however it is made, is taken only for a colleague who gains by it, and has one problem a field', () => {
    const reason = fc.oneof(fc.constantFrom('', ' ', 'x'.repeat(501)), fc.string());
    const made = fc.record({ role: fc.option(ROLE), reason, endsAt: fc.oneof(END, fc.constant(later(-1))) });
    fc.assert(
      fc.property(anyAccount(), people(), fc.nat(), fc.nat(), made, (of, known, one, other, facts) => {
        const all = [...known.values()];
        const [by, forPerson] = [all[one % all.length] as Person, all[other % all.length] as Person];
        const decision = decideWish(frozen(of), frozen({ by, forPerson, ...facts }), NOW);
        if (decision.kind === 'refused') {
          const fields = decision.problems.map(({ field }) => field);
          expect(new Set(fields).size).toBe(fields.length);
          expect(fields.length).toBeGreaterThan(0);
        }
        if (decision.kind !== 'requested') return;
        expect([by.standing, forPerson.standing]).toEqual(['member', 'member']);
        expect(decision.reason.trim()).toBe(decision.reason);
        expect([...decision.reason].length).toBeLessThanOrEqual(LONGEST_REASON);
        expect(decision.reason).not.toBe('');
        const before = memberOf(of, forPerson.userId, NOW);
        const after = { userId: forPerson.userId, role: decision.role, endsAt: decision.endsAt };
        expect(MOMENTS.some((at) => powerOf(after, at) > powerOf(before, at))).toBe(true);
        expect(MOMENTS.every((at) => powerOf(after, at) >= powerOf(before, at))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

/** Moments that matter: now, and around every end that is given by chance. */
const MOMENTS = [NOW, later(1), later(HOUR), later(2 * HOUR), later(DAY), later(2 * DAY)];

/** How much somebody may do at a moment; 0 is nothing. */
const powerOf = (known: Member | null, at: Date): number =>
  known && (known.endsAt === null || known.endsAt > at) ? ROLES.indexOf(known.role) + 1 : 0;

interface Scene {
  account: Account;
  request: AccessRequest;
  given: Review;
}

/** Ana approves what Diego asked for. */
const scene = (facts: Partial<Scene> & { verdict?: Review['verdict']; by?: Person } = {}): Scene => ({
  account,
  request: request(),
  ...facts,
  given: { by: facts.by ?? ANA, verdict: facts.verdict ?? 'approve', note: '', forPerson: DIEGO, ...facts.given },
});

const reviewed = ({ account: of, request: about, given }: Scene) => review(of, about, given, NOW);
const refusalOf = (given: Scene) => {
  const decision = reviewed(given);
  return decision.kind === 'refused' ? decision.refusal : decision.kind;
};

describe('a review', () => {
  it('A2, A3: approves what was asked, with a note or without', () => {
    const given = { by: ANA, verdict: 'approve', note: ' Welcome! \n', forPerson: DIEGO } as const;
    const asked = { endsAt: later(HOUR), role: 'viewer' } as const;
    expect(reviewed(scene({ given, request: request(asked) }))).toEqual({
      ...{ kind: 'approved', member: member('UDIEGO', 'viewer', later(HOUR)), note: 'Welcome!' },
    });
    expect(reviewed(scene())).toEqual({ kind: 'approved', member: member('UDIEGO', 'editor'), note: null });
  });

  it('A2: denies, also what could not be approved any more', () => {
    const given = { by: ANA, verdict: 'deny', note: 'Ask Chloé.', forPerson: OUTSIDERS.deactivated } as const;
    const over = request({ endsAt: later(-1) });
    expect(reviewed(scene({ given, request: over }))).toEqual({ kind: 'denied', note: 'Ask Chloé.' });
    expect(reviewed(scene({ given: { ...given, note: ' \n', forPerson: null } }))).toMatchObject({ note: null });
  });

  /** What can be wrong, in the order in which it counts. */
  const GUARDS: [name: string, refusal: ReviewRefusal, wrong: (right: Scene) => Scene][] = [
    [
      'it is decided',
      { reason: 'not-pending', state: 'denied' },
      (right) => ({ ...right, request: { ...right.request, state: 'denied' } }),
    ],
    [
      'they are no admin',
      { reason: 'not-an-admin' },
      (right) => ({ ...right, account: { ...right.account, members: [member('UANA', 'editor')] } }),
    ],
    [
      'it is their own',
      { reason: 'own-request' },
      (right) => ({ ...right, request: { ...right.request, by: 'UANA' } }),
    ],
    [
      'the note is too long',
      { reason: 'note-too-long', limit: LONGEST_REASON },
      (right) => ({ ...right, given: { ...right.given, note: 'x'.repeat(LONGEST_REASON + 1) } }),
    ],
    [
      'the person is no colleague',
      { reason: 'not-a-colleague' },
      (right) => ({ ...right, given: { ...right.given, forPerson: OUTSIDERS.guest } }),
    ],
    [
      'its end has passed',
      { reason: 'end-in-the-past' },
      (right) => ({ ...right, request: { ...right.request, endsAt: NOW } }),
    ],
  ];

  it.each(GUARDS)('A3: is refused because %s, whatever else comes later', (_, refusal, wrong) => {
    const place = GUARDS.findIndex(([, one]) => one === refusal);
    expect(refusalOf(wrong(scene()))).toEqual(refusal);
    for (const [, , alsoWrong] of GUARDS.slice(place)) expect(refusalOf(alsoWrong(wrong(scene())))).toEqual(refusal);
    const all = GUARDS.slice(place).reduce((so, [, , alsoWrong]) => alsoWrong(so), scene());
    expect(refusalOf(all)).toEqual(refusal);
  });

  it.each(REQUEST_STATES.filter((state) => state !== 'pending'))('A3: of one that is %s is refused', (state) => {
    for (const verdict of ['approve', 'deny'] as const) {
      const over = scene({ verdict, request: request({ state }) });
      expect(refusalOf(over)).toEqual({ reason: 'not-pending', state });
    }
  });

  it('A4: of one whose time is over is refused, though nobody has written that down', () => {
    const old = (age: number) => scene({ request: request({ requestedAt: later(-age) }) });
    expect(refusalOf(old(7 * DAY))).toEqual({ reason: 'not-pending', state: 'expired' });
    expect(refusalOf(old(7 * DAY - 1))).toBe('approved');
  });

  const eva = person('UEVA');
  const admin = (endsAt: Date | null) =>
    incomplete({ members: [member('UANA', 'admin'), member('UEVA', 'admin', endsAt)] });
  it.each<['approved' | ReviewRefusal['reason'], string, Person, Account]>([
    ['approved', 'an admin', ANA, account],
    ['approved', 'an admin for a while', eva, admin(later(1))],
    ['not-an-admin', 'an admin whose access has ended', eva, admin(NOW)],
    ['not-an-admin', 'an editor', BRUNO, account],
    ['not-an-admin', 'a viewer', CHLOE, account],
    ['not-an-admin', 'who asked', DIEGO, account],
    ['not-an-admin', 'an owner of the workspace', person('UOWNER', { isOwner: true }), account],
    ['not-an-admin', 'an admin of another account', eva, account],
    ...outsiders.map((one): ['not-an-admin', string, Person, Account] => [
      'not-an-admin',
      `a ${one.standing} whom a row calls an admin`,
      one,
      incomplete({ members: [member(one.userId, 'admin')] }),
    ]),
  ])('A3, A9: is %s, by %s', (outcome, _, by, of) => {
    for (const verdict of ['approve', 'deny'] as const) {
      const refusal = refusalOf(scene({ by, account: of, verdict }));
      expect(typeof refusal === 'string' ? 'approved' : refusal.reason).toBe(outcome);
    }
  });

  it.each<[string, Partial<AccessRequest>]>([
    ['who asked for themself, and was made an admin meanwhile', { by: 'UANA', forUser: 'UANA' }],
    ['for whom a colleague asked', { by: 'UBRUNO', forUser: 'UANA' }],
    ['who proposed a colleague, and was made an admin meanwhile', { by: 'UANA' }],
  ])('A3: is not for an admin %s', (_, facts) => {
    for (const verdict of ['approve', 'deny'] as const) {
      expect(refusalOf(scene({ verdict, request: request(facts) }))).toEqual({ reason: 'own-request' });
    }
  });

  it.each(outsiders.map((one) => [one.standing, one] as const))('A9: gives a %s nothing', (_, forPerson) => {
    const given = { by: ANA, verdict: 'approve', note: '', forPerson } as const;
    expect(refusalOf(scene({ given }))).toEqual({ reason: 'not-a-colleague' });
    expect(refusalOf(scene({ given: { ...given, forPerson: null } }))).toEqual({ reason: 'not-a-colleague' });
  });

  const approval = (known: Member, asked: Pick<AccessRequest, 'role' | 'endsAt'>) => {
    const of = incomplete({ members: [member('UANA', 'admin'), known] });
    const decision = reviewed(scene({ account: of, request: request(asked) }));
    if (decision.kind === 'approved') return decision.member;
    // What would end what they have for longer is refused: they keep it.
    expect(decision).toEqual({ kind: 'refused', refusal: { reason: 'ends-sooner' } });
    return known;
  };

  it.each<[string, [Role, Date | null], [Role, Date | null], [Role, Date | null]]>([
    ['a stronger role', ['viewer', null], ['admin', null], ['admin', null]],
    ['more time', ['editor', later(HOUR)], ['editor', later(DAY)], ['editor', later(DAY)]],
    ['access without an end', ['editor', later(HOUR)], ['editor', null], ['editor', null]],
    ['nothing, for less time', ['editor', later(DAY)], ['editor', later(HOUR)], ['editor', later(DAY)]],
    ['nothing, for an end', ['editor', null], ['editor', later(HOUR)], ['editor', null]],
    ['nothing, for a weaker role', ['admin', null], ['viewer', null], ['admin', null]],
    ['access anew once theirs has ended', ['admin', NOW], ['viewer', later(HOUR)], ['viewer', later(HOUR)]],
  ])('A6: gives whoever has got access meanwhile %s', (_, [role, endsAt], [asked, until], [given, end]) => {
    const after = approval(member('UDIEGO', role, endsAt), { role: asked, endsAt: until });
    expect(after).toEqual(member('UDIEGO', given, end));
  });

  it('A6: never takes anything away that they have: of a viewer for good, not what comes after the end', () => {
    const known = member('UDIEGO', 'viewer');
    const of = incomplete({ members: [member('UANA', 'admin'), known] });
    const decision = reviewed(scene({ account: of, request: request({ role: 'editor', endsAt: later(HOUR) }) }));
    const after = decision.kind === 'approved' ? decision.member : known;
    for (const at of MOMENTS) expect(powerOf(after, at)).toBeGreaterThanOrEqual(powerOf(known, at));
  });

  it('A6, A7: gives at no moment more than was asked for or was there, nor less than there was', () => {
    fc.assert(
      fc.property(ROLE, END, ROLE, END, (role, endsAt, asked, until) => {
        const known = member('UDIEGO', role, endsAt);
        const wanted = member('UDIEGO', asked, until);
        const after = approval(known, wanted);
        for (const at of MOMENTS) {
          expect(powerOf(after, at)).toBeLessThanOrEqual(Math.max(powerOf(known, at), powerOf(wanted, at)));
          expect(powerOf(after, at)).toBeGreaterThanOrEqual(powerOf(known, at));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('A3, A6, A9: however it is made, comes from an admin whom it does not concern, and leaves every admin', () => {
    const state = fc.constantFrom(...REQUEST_STATES);
    const made = fc.record({ role: ROLE, endsAt: END, state, requestedAt: fc.constantFrom(NOW, later(-8 * DAY)) });
    fc.assert(
      fc.property(
        members(),
        people(),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        made,
        (all, known, who, facts) => {
          const everybody = [...all.map((each) => person(each.userId)), ...known.values()];
          const [by, asked, forPerson] = who.map((one) => everybody[one % everybody.length] as Person) as [
            Person,
            Person,
            Person,
          ];
          const before = incomplete({ members: all });
          const about = request({ ...facts, by: asked.userId, forUser: forPerson.userId });
          const given = { by, verdict: 'approve', note: '', forPerson } as const;
          const decision = review(frozen(before), frozen(about), frozen(given), NOW);
          if (decision.kind !== 'approved') return;
          expect([facts.state, facts.requestedAt, forPerson.standing]).toEqual(['pending', NOW, 'member']);
          expect(memberOf(before, by.userId, NOW)?.role).toBe('admin');
          expect([asked.userId, forPerson.userId]).not.toContain(by.userId);
          const after = [...all.filter(({ userId }) => userId !== decision.member.userId), decision.member];
          const permanent = (list: readonly Member[]) =>
            list.filter(({ role, endsAt }) => role === 'admin' && !endsAt).length;
          expect(permanent(after)).toBeGreaterThanOrEqual(permanent(all));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a withdrawal', () => {
  const proposed = { by: 'UBRUNO', forUser: 'UDIEGO' };
  it.each<[string, Person, Partial<AccessRequest>, object]>([
    ['by who asked', DIEGO, {}, { kind: 'withdrawn' }],
    ['by the member who proposed a colleague', BRUNO, proposed, { kind: 'withdrawn' }],
    ['by the colleague who was proposed', DIEGO, proposed, { kind: 'withdrawn' }],
    ['by somebody who has left meanwhile', { ...DIEGO, standing: 'deactivated' }, {}, { kind: 'withdrawn' }],
    ['by an admin', ANA, {}, { refusal: { reason: 'not-yours' } }],
    ['by somebody else', CHLOE, proposed, { refusal: { reason: 'not-yours' } }],
    ['of a decided one by somebody else', CHLOE, { state: 'denied' }, { refusal: { reason: 'not-yours' } }],
    ['of an approved one', DIEGO, { state: 'approved' }, { refusal: { reason: 'not-pending', state: 'approved' } }],
    ['of a denied one', DIEGO, { state: 'denied' }, { refusal: { reason: 'not-pending', state: 'denied' } }],
    ['a second time', DIEGO, { state: 'withdrawn' }, { refusal: { reason: 'not-pending', state: 'withdrawn' } }],
    [
      'of one whose time is over',
      DIEGO,
      { requestedAt: later(-7 * DAY) },
      { refusal: { reason: 'not-pending', state: 'expired' } },
    ],
  ])('A3: %s is decided by whose the request is, and whether it is pending', (_, by, facts, outcome) => {
    expect(decideWithdrawal(request(facts), by, NOW)).toMatchObject(outcome);
  });
});

describe('the state of a request', () => {
  it.each<[AccessRequest['state'], string, number]>([
    ['pending', 'until its time is over', 7 * DAY - 1],
    ['expired', 'when its time is over', 7 * DAY],
    ['expired', 'long after', 700 * DAY],
  ])('A4: is %s %s, if nobody has decided', (state, _, age) => {
    expect(stateAt(request({ requestedAt: later(-age) }), NOW)).toBe(state);
  });

  it('A4: stays what it is once somebody has decided', () => {
    const decided = REQUEST_STATES.filter((state) => state !== 'pending');
    const after = decided.map((state) => stateAt(request({ state, requestedAt: later(-700 * DAY) }), NOW));
    expect(after).toEqual(decided);
  });

  it('A4: ends after another time if that is how long requests wait', () => {
    expect(stateAt(request({ expiresAt: NOW }), NOW)).toBe('expired');
    expect(stateAt(request({ expiresAt: later(1) }), NOW)).toBe('pending');
  });
});
