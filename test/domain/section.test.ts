import { describe, expect, it } from 'vitest';
import {
  type AskWish,
  askStateAt,
  decideAnswer,
  decideAsk,
  type SectionAsk,
  sectionsOf,
} from '../../src/domain/section.ts';
import {
  ANA,
  answering,
  BRUNO,
  CHLOE,
  complete,
  DIEGO,
  HOUR,
  incomplete,
  later,
  NOW,
  OUTSIDERS,
  supportWindow,
} from './build.ts';

const DAY = 24 * HOUR;
const account = incomplete();
const wish = (facts: Partial<AskWish> = {}): AskWish => ({
  ...{ by: ANA, forPerson: DIEGO, section: 'tech-emergency', days: 3, note: '' },
  ...facts,
});

describe('X7: a colleague can be asked', () => {
  it('for one section, for some days, with a word', () => {
    expect(decideAsk(account, wish({ note: '  You know it best. ' }), NOW)).toEqual({
      kind: 'asked',
      section: 'tech-emergency',
      forUser: 'UDIEGO',
      note: 'You know it best.',
      expiresAt: later(3 * DAY),
    });
  });

  it('R12: with no contact in the word that they may not see, unless they read the sheet', () => {
    const full = complete();
    const note = `Ask ${full.sheet['ops-platform'][0]?.toUpperCase()} first.`;
    expect(decideAsk(full, wish({ note }), NOW)).toEqual({
      kind: 'refused',
      problems: [{ field: 'note', reason: 'note-quotes-contact' }],
    });
    expect(decideAsk(full, wish({ note, forPerson: CHLOE }), NOW).kind).toBe('asked');
    expect(decideAsk(full, wish({ note: `Write to ${full.sheet['ops-users'][0]}.` }), NOW).kind).toBe('asked');
  });

  it('who reads the sheet and may not change it', () => {
    expect(decideAsk(account, wish({ forPerson: CHLOE }), NOW).kind).toBe('asked');
  });

  it('for everything but the alert contacts, and what the integrations hide', () => {
    expect(sectionsOf(account)).toEqual([
      ...['tech-emergency', 'tech-non-emergency', 'ops-merchant', 'ops-platform', 'ops-users', 'support-hours'],
    ]);
    expect(sectionsOf(incomplete({ integrations: ['menu-feed'] }))).not.toContain('ops-merchant');
  });

  it.each<[string, Partial<AskWish>, object]>([
    ['nobody', { forPerson: null }, { field: 'person', reason: 'nobody-chosen' }],
    ['who edits the sheet', { forPerson: BRUNO }, { field: 'person', reason: 'edits-already', role: 'editor' }],
    ['no section', { section: null }, { field: 'section', reason: 'section-missing' }],
    ['the alert contacts', { section: 'alert' as 'ops-users' }, { field: 'section', reason: 'section-missing' }],
    ['for no time', { days: null }, { field: 'days', reason: 'days-missing' }],
    ['for a year', { days: 365 }, { field: 'days', reason: 'days-missing' }],
    ['with a speech', { note: 'x'.repeat(501) }, { field: 'note', reason: 'reason-too-long', limit: 500 }],
  ])('but not: %s', (_, facts, problem) => {
    expect(decideAsk(account, wish(facts), NOW)).toEqual({ kind: 'refused', problems: [problem] });
  });

  it('but not for the shared contact, before the default brand has an alias', () => {
    const without = incomplete({ brands: [{ id: 'brand-1', name: 'Harvest', supportAlias: null }] });
    expect(decideAsk(without, wish({ section: 'ops-users' }), NOW)).toMatchObject({
      problems: [{ field: 'section', reason: 'no-alias' }],
    });
  });

  it.each(Object.values(OUTSIDERS))('A9: but not $standing, who is no colleague', (outsider) => {
    expect(decideAsk(account, wish({ forPerson: outsider }), NOW)).toMatchObject({
      problems: [{ field: 'person', reason: 'not-a-colleague', standing: outsider.standing }],
    });
  });
});

const ask = (facts: Partial<SectionAsk> = {}): SectionAsk => ({
  ...{ id: 'ask-1', accountId: account.id, section: 'tech-emergency', forUser: 'UDIEGO', by: 'UANA', note: '' },
  ...{ revision: 2, state: 'open', askedAt: NOW, expiresAt: later(3 * DAY), answeredAt: null },
  ...facts,
});

describe('X7: a colleague who was asked', () => {
  const given = { by: DIEGO, asker: ANA, edit: { 'tech-emergency': 'oncall@harvest.example' }, changedSince: false };

  it('answers that section, by the rules of the sheet', () => {
    expect(decideAnswer(account, ask(), given, NOW)).toMatchObject({
      kind: 'accepted',
      sheet: { ...account.sheet, 'tech-emergency': ['oncall@harvest.example'] },
      unlocks: false,
    });
  });

  it('unlocks the account with what was missing last', () => {
    const almost = answering(complete(), { 'tech-emergency': [] });
    expect(decideAnswer(almost, ask(), given, NOW)).toMatchObject({ kind: 'accepted', missing: [], unlocks: true });
  });

  it('changes nothing else, whatever they send', () => {
    const edit = { ...given.edit, 'ops-platform': 'mine@evil.example', 'support-hours': [supportWindow()] };
    expect(decideAnswer(account, ask(), { ...given, edit }, NOW)).toMatchObject({
      sheet: { ...account.sheet, 'tech-emergency': ['oncall@harvest.example'] },
    });
  });

  it.each<[string, object, object]>([
    ['nothing', { 'tech-emergency': ' ' }, { reason: 'section-blank' }],
    ['another section', { 'ops-platform': 'a@harvest.example' }, { reason: 'section-blank' }],
    ['what is no address', { 'tech-emergency': 'call me' }, { reason: 'not-an-address', text: 'call' }],
  ])('is refused %s', (_, edit, refusal) => {
    expect(decideAnswer(account, ask(), { ...given, edit }, NOW)).toEqual({ kind: 'refused', refusal });
  });

  it('R11: is refused another address than the alias, for the shared contact', () => {
    const shared = { ...given, edit: { 'ops-users': 'other@harvest.example' } };
    expect(decideAnswer(account, ask({ section: 'ops-users' }), shared, NOW)).toMatchObject({
      refusal: { reason: 'not-the-alias' },
    });
  });

  it.each<[string, Partial<SectionAsk>, object, Date, object]>([
    ['it was answered', { state: 'answered' }, {}, NOW, { kind: 'over', why: 'answered' }],
    ['it was withdrawn', { state: 'withdrawn' }, {}, NOW, { kind: 'over', why: 'withdrawn' }],
    ['its time is over', {}, {}, later(3 * DAY), { kind: 'over', why: 'expired' }],
    ['whoever asked has lost access', {}, { asker: CHLOE }, NOW, { kind: 'over', why: 'asker-gone' }],
    ['whoever asked has left', {}, { asker: null }, NOW, { kind: 'over', why: 'asker-gone' }],
    ['somebody changed the section since', {}, { changedSince: true }, NOW, { kind: 'over', why: 'changed' }],
    ['it was somebody else', { forUser: 'UCHLOE' }, {}, NOW, { kind: 'not-yours' }],
    ['they are a guest by now', {}, { by: { ...DIEGO, standing: 'guest' } }, NOW, { kind: 'not-yours' }],
  ])('cannot answer any more when %s', (_, facts, other, now, outcome) => {
    expect(decideAnswer(account, ask(facts), { ...given, ...other }, now)).toEqual(outcome);
  });

  it('R4: cannot answer what the integrations have hidden meanwhile', () => {
    const hidden = incomplete({ integrations: ['menu-feed'] });
    const merchant = { ...given, edit: { 'ops-merchant': 'm@harvest.example' } };
    expect(decideAnswer(hidden, ask({ section: 'ops-merchant' }), merchant, NOW)).toEqual({
      kind: 'over',
      why: 'not-available',
    });
  });

  it('has until the very moment at which the time is over', () => {
    expect(askStateAt(ask(), later(3 * DAY - 1))).toBe('open');
    expect(askStateAt(ask(), later(3 * DAY))).toBe('expired');
    expect(askStateAt(ask({ state: 'answered' }), later(9 * DAY))).toBe('answered');
  });
});
