import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { type ExportContent, exportFile } from '../../src/slack/export/content.ts';
import { AudienceError } from '../../src/slack/surface.ts';
import { viewerOf } from '../../src/slack/viewer.ts';
import { account, INSIDE, INSIDER } from '../domain/arbitrary.ts';
import { member, NOW } from '../domain/build.ts';
import { person } from './scenes.ts';

const contents = fc
  .record({
    accounts: fc.array(account(), { minLength: 1, maxLength: 3 }),
    what: fc.constantFrom('account' as const, 'all' as const),
    format: fc.constantFrom('csv' as const, 'json' as const),
  })
  .map(
    ({ accounts, what, format }): ExportContent => ({
      ask: { what, format, audience: 'third-party' },
      accounts: accounts.map((one) => ({ ...one, members: [...one.members, member('UANA')] })) as unknown as [Account],
      changes: [],
      people: new Map([1, 2, 3, 4, 5, 6].map((n) => [`${INSIDER}${n}`, person(`${INSIDER}${n}`)])),
      locked: [],
      now: NOW,
    }),
  );

const locales = fc.constantFrom('en-US', 'pt-BR');

describe('a file', () => {
  it('R12: that is shareable holds no internal value in its text, name, title or message', () => {
    fc.assert(
      fc.property(contents, locales, (content, locale) => {
        const file = exportFile(content, viewerOf(person('UANA', locale), content.accounts[0], NOW));
        expect(JSON.stringify(file)).not.toMatch(new RegExp(`${INSIDE}|${INSIDER}|Conceição`, 'i'));
        expect(file.name).toMatch(/^callsheet-shareable-sheets?-2026-03-02\.(csv|json)$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('R12: that is internal is written for a member alone', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom('account' as const, 'history' as const), (content, what) => {
        const internal = { ...content, ask: { ...content.ask, what, audience: 'internal' } } as const;
        const [first] = content.accounts;
        for (const standing of ['guest', 'stranger', 'bot', 'deactivated'] as const) {
          const viewer = viewerOf(person('UANA', 'en-US', standing), first, NOW);
          expect(() => exportFile(internal, viewer)).toThrow(AudienceError);
        }
        expect(() => exportFile(internal, viewerOf(person('UOUTSIDER'), first, NOW))).toThrow(AudienceError);
      }),
      { numRuns: 50 },
    );
  });

  it('R12: of the history is internal, whatever was asked for', () => {
    const [content] = fc.sample(contents, 1) as [ExportContent];
    const history = { ...content, ask: { ...content.ask, what: 'history' } } as const;
    const viewer = viewerOf(person('UOUTSIDER'), content.accounts[0], NOW);
    expect(() => exportFile(history, viewer)).toThrow(AudienceError);
  });
});
