import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { decideEdit } from '../../src/domain/edit.ts';
import type { Person } from '../../src/domain/person.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { completeness } from '../../src/domain/sheet.ts';
import { decideUndo, kindOf, type PastChange, roleToUndo } from '../../src/domain/undo.ts';
import * as arbitrary from './arbitrary.ts';
import {
  ALIAS,
  ANA,
  answering,
  BRUNO,
  brand,
  CHLOE,
  complete,
  EVERYBODY,
  launched,
  member,
  NOW,
  OUTSIDERS,
  supportWindow,
} from './build.ts';

type Facts = PastChange['before'];

const change = (kind: string, before: Facts, after: Facts, facts: Partial<PastChange> = {}): PastChange => ({
  ...{ revision: 5, at: NOW, by: 'UBRUNO', kind, before, after },
  ...facts,
});
const saved = (before: Facts, after: Facts, facts: Partial<PastChange> = {}) =>
  change('sheet.saved', before, after, facts);

const undo = (account: Account, past: PastChange, since: PastChange[] = [], by: Person = BRUNO) =>
  decideUndo(account, { change: past, since, by }, EVERYBODY, NOW);

const OLD = ['old@harvest.example'];
const NEW = ['new@harvest.example'];
const MOVED = saved({ 'tech-emergency': OLD }, { 'tech-emergency': NEW });
const moved = answering(complete(), { 'tech-emergency': NEW });

describe('what is still as the change made it', () => {
  it('comes back: addresses, hours and people', () => {
    const before = { 'tech-emergency': OLD, 'support-hours': [supportWindow()], alert: ['UANA'] };
    const after = { 'tech-emergency': NEW, 'support-hours': [supportWindow({ end: 1200 })], alert: ['UANA', 'UBRUNO'] };
    const account = answering(launched(), after);
    expect(undo(account, saved(before, after))).toMatchObject({
      kind: 'restored',
      restored: {
        kind: 'sheet',
        sheet: { ...account.sheet, ...before },
        changed: ['alert', 'tech-emergency', 'support-hours'],
      },
    });
  });

  it('R2: leaves what others have changed elsewhere as it is', () => {
    const since = [saved({ 'ops-platform': OLD }, { 'ops-platform': NEW }, { revision: 6 })];
    const account = answering(moved, { 'ops-platform': NEW });
    expect(undo(account, MOVED, since)).toMatchObject({
      restored: { sheet: { 'ops-platform': NEW, 'tech-emergency': OLD } },
    });
  });

  it('comes back for an undo too, whatever kind it took back', () => {
    const undoes = { revision: 4, kind: 'sheet.saved', by: 'UANA', at: NOW.toISOString() };
    const undone = change('change.undone', { 'tech-emergency': OLD }, { 'tech-emergency': NEW, undoes });
    expect([kindOf(undone), roleToUndo(undone)]).toEqual(['sheet.saved', 'editor']);
    expect(undo(moved, undone)).toMatchObject({ kind: 'restored', restored: { kind: 'sheet' } });
  });
});

describe('nothing comes back', () => {
  const refusal = (...given: Parameters<typeof undo>) => {
    const decision = undo(...given);
    return decision.kind === 'refused' ? decision.refusal : decision;
  };

  it('R23: after somebody else has changed the same, who is named', () => {
    const since = [saved({ 'tech-emergency': NEW }, { 'tech-emergency': OLD }, { revision: 7, by: 'UANA' })];
    expect(refusal(answering(moved, { 'tech-emergency': OLD }), MOVED, since)).toEqual({
      reason: 'changed-since',
      by: 'UANA',
    });
    // Also if it was changed back meanwhile: they have seen it, and meant it so.
    expect(refusal(moved, MOVED, since)).toEqual({ reason: 'changed-since', by: 'UANA' });
  });

  it('R23: if it is different, and nobody wrote down why', () => {
    expect(refusal(complete(), MOVED)).toEqual({ reason: 'changed-since', by: null });
  });

  it('a second time', () => {
    const undoes = { revision: 5, kind: 'sheet.saved', by: 'UBRUNO', at: NOW.toISOString() };
    const undone = change('change.undone', MOVED.after, { ...MOVED.before, undoes }, { revision: 6, by: 'UANA' });
    expect(refusal(answering(moved, { 'tech-emergency': OLD }), MOVED, [undone])).toEqual({
      reason: 'undone-already',
      by: 'UANA',
    });
  });

  it.each([
    ['a viewer', CHLOE, MOVED],
    ['a guest', OUTSIDERS.guest, MOVED],
    [
      'an editor, of integrations',
      BRUNO,
      change('account.integrations', { integrations: [] }, { integrations: ['ordering-end-to-end'] }),
    ],
  ])('A6: for %s, as the change itself would not have been theirs', (_, by, past) => {
    expect(refusal(moved, past, [], by)).toEqual({ reason: 'not-allowed' });
  });

  it.each(['access.granted', 'account.launched', 'account.created', 'toString'])('of “%s”', (kind) => {
    expect(refusal(moved, change(kind, {}, {}), [], ANA)).toEqual({ reason: 'not-undoable' });
  });

  it('R22: if a complete sheet would lack something', () => {
    expect(refusal(moved, saved({ 'tech-emergency': [] }, { 'tech-emergency': NEW }))).toEqual({
      reason: 'sheet',
      refusals: { 'tech-emergency': { reason: 'would-be-missing' } },
    });
  });

  it('R5: if an alert contact of then is no member any more', () => {
    const account = answering(launched(), { alert: ['UANA'] });
    expect(refusal(account, saved({ alert: ['UDIEGO'] }, { alert: ['UANA'] }))).toMatchObject({
      reason: 'sheet',
      refusals: { alert: { reason: 'not-a-member', userId: 'UDIEGO', name: 'Diego Sá' } },
    });
  });

  it('R11: if the shared address of then is not the alias of now', () => {
    const past = saved({ 'ops-users': OLD }, { 'ops-users': [ALIAS] });
    expect(refusal(complete(), past)).toMatchObject({
      refusals: { 'ops-users': { reason: 'not-the-alias', expected: ALIAS } },
    });
  });

  it('R4: if the integrations do not have a merchant contact any more', () => {
    const account = answering(complete({ integrations: ['menu-feed'] }), { 'ops-merchant': [] });
    expect(refusal(account, saved({ 'ops-merchant': OLD }, { 'ops-merchant': [] }))).toMatchObject({
      refusals: { 'ops-merchant': { reason: 'not-available' } },
    });
  });
});

describe('the alias of a brand', () => {
  const past = (before: string | null, after = ALIAS) =>
    change('brand.alias', { brandId: 'brand-1', supportAlias: before }, { brandId: 'brand-1', supportAlias: after });

  it('R11: comes back, and it is said that the shared address would drift from it', () => {
    const restored = { kind: 'alias', brandId: 'brand-1', supportAlias: 'old@harvest.example' };
    expect(undo(complete(), past('old@harvest.example'))).toEqual({ kind: 'restored', restored, drifts: true });
    const account = answering(complete(), { 'ops-users': ['OLD@harvest.example'] });
    expect(undo(account, past('old@harvest.example'))).toEqual({ kind: 'restored', restored, drifts: false });
  });

  it('does not come back as none, nor to a brand that is gone or was changed', () => {
    expect(undo(complete(), past(null))).toMatchObject({ refusal: { reason: 'no-alias-before' } });
    const gone = complete({ brands: [brand({ id: 'brand-2' })], defaultBrandId: 'brand-2' });
    expect(undo(gone, past('old@harvest.example'))).toMatchObject({ refusal: { reason: 'changed-since' } });
    const other = complete({ brands: [brand({ supportAlias: 'third@harvest.example' })] });
    expect(undo(other, past('old@harvest.example'))).toMatchObject({ refusal: { reason: 'changed-since' } });
  });
});

describe('the integrations', () => {
  const past = (before: string[], after: string[]) =>
    change('account.integrations', { integrations: before }, { integrations: after });

  it('come back for an admin', () => {
    const account = complete({ integrations: ['waitlist', 'menu-feed'] });
    expect(undo(account, past(['menu-feed'], ['menu-feed', 'waitlist']), [], ANA)).toMatchObject({
      restored: { kind: 'integrations', integrations: ['menu-feed'] },
    });
  });

  it('R22: do not come back if a complete sheet would lack the merchant contact', () => {
    const account = answering(complete({ integrations: ['menu-feed'] }), { 'ops-merchant': [] });
    expect(undo(account, past(['reservations'], ['menu-feed']), [], ANA)).toMatchObject({
      refusal: { reason: 'would-be-missing', missing: ['ops-merchant'] },
    });
  });
});

it('R22, R23: an edit by chance and its undo lead back to where it began, or nowhere', () => {
  const facts = fc.tuple(arbitrary.account(), arbitrary.edit(), arbitrary.people());
  fc.assert(
    fc.property(facts, ([known, edit, people]) => {
      const account = { ...known, members: [...known.members, member('UANA', 'admin')] };
      const decision = decideEdit(account, edit, people, NOW);
      if (decision.kind === 'refused' || decision.changed.length === 0) return;
      const only = (from: Account['sheet']) =>
        Object.fromEntries(decision.changed.map((purpose) => [purpose, from[purpose]]));
      const past = saved(only(account.sheet), only(decision.sheet));
      const after = { ...account, sheet: decision.sheet };
      const undone = decideUndo(after, { change: past, since: [], by: ANA }, people, NOW);
      if (undone.kind === 'refused') {
        expect(['sheet']).toContain(undone.refusal.reason);
        return;
      }
      const sheet = undone.restored.kind === 'sheet' ? undone.restored.sheet : null;
      for (const purpose of PURPOSES) expect(sheet?.[purpose]).toEqual(account.sheet[purpose]);
      if (completeness(after).complete) expect(completeness(account).complete).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
