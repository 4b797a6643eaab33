import { describe, expect, it } from 'vitest';
import { type Choice, choicesFor, hoursChoices, settle, settleHours } from '../../src/domain/choice.ts';
import { unsaved } from '../../src/domain/draft.ts';
import type { Conflict, PurposeChange } from '../../src/domain/merge.ts';
import { ALIAS, answering, complete, supportWindow } from './build.ts';

const conflict: Conflict = {
  ...{ purpose: 'tech-emergency', by: 'UBRUNO', revision: 7 },
  ...{ before: ['old@x.co'], theirs: ['theirs@x.co', 'Shared@x.co'] },
};
const typed = 'mine@x.co, shared@x.co';

describe('a field that two people changed', () => {
  it.each<[Choice, string, string | undefined, string[]]>([
    ['mine', 'what was typed', typed, []],
    ['theirs', 'theirs, by leaving it alone', undefined, ['tech-emergency']],
    ['both', 'both, each address once', 'theirs@x.co\nShared@x.co\nmine@x.co', ['tech-emergency']],
  ])('R23: chosen %s becomes %s', (choice, _, answer, anew) => {
    const settled = settle({ 'tech-emergency': typed, 'ops-platform': 'a@x.co' }, [conflict], {
      'tech-emergency': { choice, about: 7 },
    });
    expect(settled).toEqual({
      edit: { ...(answer !== undefined && { 'tech-emergency': answer }), 'ops-platform': 'a@x.co' },
      open: [],
      anew,
    });
  });

  it.each([
    ['nothing was chosen', {}],
    ['the choice was about an earlier change', { 'tech-emergency': { choice: 'theirs', about: 6 } }],
    ['the choice was about another field', { 'ops-platform': { choice: 'theirs', about: 7 } }],
  ] as const)('R23: stays open when %s', (_, choices) => {
    const settled = settle({ 'tech-emergency': typed }, [conflict], choices);
    expect(settled).toEqual({ edit: { 'tech-emergency': typed }, open: [conflict], anew: [] });
  });

  it('R23: both together of what cannot be read stays as it was typed, to be refused with its reason', () => {
    const choices = { 'tech-emergency': { choice: 'both', about: 7 } } as const;
    expect(settle({ 'tech-emergency': 'nope' }, [conflict], choices).edit).toEqual({ 'tech-emergency': 'nope' });
  });

  const ten = Array.from({ length: 10 }, (_, n) => `a${n}@x.co`);
  it.each([
    ['lists that fit', conflict, typed, ['mine', 'theirs', 'both']],
    ['lists that are too long together', { ...conflict, theirs: ten }, typed, ['mine', 'theirs']],
    ['the one shared address', { ...conflict, purpose: 'ops-users' }, typed, ['mine', 'theirs']],
    ['what cannot be read', conflict, 'nope', ['mine', 'theirs']],
    ['people', { ...conflict, purpose: 'alert', theirs: ten }, ['UANA'], ['mine', 'theirs', 'both']],
  ] as const)('R23: offers for %s what can be saved', (_, about, mine, choices) => {
    expect(choicesFor(about as Conflict, mine)).toEqual(choices);
  });
});

describe('hours that two people changed', () => {
  const [day, night] = [supportWindow(), supportWindow({ start: 60 })];
  const change = { by: 'UBRUNO', revision: 7, before: [], theirs: [night] };
  it.each([
    ['mine', [day]],
    ['theirs', [night]],
    ['both', [night, day]],
  ] as const)('R23: chosen %s', (choice, windows) => {
    expect(settleHours([day], change, { choice, about: 7 })).toEqual(windows);
    expect(settleHours([day], change, { choice, about: 6 })).toBeNull();
  });

  it('R23: are together only where so many windows fit', () => {
    const many = Array.from({ length: 15 }, (_, start) => supportWindow({ start }));
    expect(hoursChoices([day], [night])).toEqual(['mine', 'theirs', 'both']);
    expect(hoursChoices([supportWindow({ start: 99 })], many)).toEqual(['mine', 'theirs']);
    expect(hoursChoices(null, [night])).toEqual(['mine', 'theirs']);
  });
});

describe('what a draft still has to say', () => {
  const account = { ...answering(complete(), { 'tech-emergency': ['now@x.co'] }), revision: 5 };
  const change = (before: string, revision = 4): PurposeChange => ({
    ...{ purpose: 'tech-emergency', by: 'UBRUNO', revision },
    before: [before],
  });
  const shown = { revision: 3, fields: {} };

  it.each([
    ['what is saved already', { 'tech-emergency': ' now@X.co ' }, [change('old@x.co')]],
    ['what was left alone', { 'tech-emergency': 'old@x.co' }, [change('old@x.co')]],
    ['the alias that the form offers', { 'ops-users': ALIAS }, []],
    ['what the account no longer asks for', { alert: ['UANA'] }, []],
    ['nothing', {}, []],
  ])('R24: is nothing when it is %s', (_, edit, changes) => {
    expect(unsaved(account, { edit, shown }, changes)).toBeNull();
  });

  it('R24: is what differs, with the conflict where somebody else changed it too', () => {
    const kept = unsaved(account, { edit: { 'tech-emergency': 'mine@x.co', 'ops-platform': 'p@x.co' }, shown }, [
      change('old@x.co'),
    ]);
    expect(kept?.typed).toEqual({ 'tech-emergency': 'mine@x.co', 'ops-platform': 'p@x.co' });
    expect(kept?.conflicts).toMatchObject([{ by: 'UBRUNO', before: ['old@x.co'], theirs: ['now@x.co'] }]);
  });

  it('R23, R24: is in no conflict with what its field has shown since', () => {
    const anew = { revision: 3, fields: { 'tech-emergency': 4 } };
    const kept = unsaved(account, { edit: { 'tech-emergency': 'mine@x.co' }, shown: anew }, [change('old@x.co')]);
    expect(kept).toMatchObject({ typed: { 'tech-emergency': 'mine@x.co' }, conflicts: [] });
  });
});
