import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChallengeMail, FarewellMail } from '../../src/domain/mail.ts';
import { challengeLetter, farewellLetter, type Letterhead } from '../../src/mail/mail-post.ts';
import type { Letter } from '../../src/mail/mailer.ts';

const TOKEN = 'T'.repeat(43);
const ACCOUNT = { id: 'acc0000000000000', teamId: 'T1HOME', name: 'Harvest Table' };
const CHALLENGE: ChallengeMail = {
  ...{ address: 'oncall@harvest.example', account: ACCOUNT, code: '402117', token: TOKEN, locale: 'en-US' },
};
const FAREWELL: FarewellMail = {
  ...{ address: 'old@harvest.example', account: ACCOUNT, purposes: ['tech-emergency', 'ops-platform'] },
  ...{ by: 'Bruno Reis', at: new Date('2026-03-02T12:05:00Z'), locale: 'pt-BR' },
};
const SUPPORT = { email: 'support@platform.example', url: null };

const written = async (
  which: { challenge: ChallengeMail } | { farewell: FarewellMail },
  more: Partial<Letterhead> = {},
): Promise<Letter> => {
  const head = { publicUrl: 'https://callsheet.example', support: SUPPORT, ...more };
  return 'challenge' in which ? challengeLetter(which.challenge, head) : farewellLetter(which.farewell, head);
};

describe('verification: the mail with the code', () => {
  it('says who asks for what, with the code, the link and what to do if one knows nothing of it', async () => {
    const { to, subject, text } = await written({ challenge: CHALLENGE });
    expect([to, subject]).toEqual(['oncall@harvest.example', 'Confirm this address for Harvest Table']);
    for (const said of [
      '    402117\n',
      `https://callsheet.example/verify/${TOKEN}\n`,
      '15 minutes',
      '24 hours',
      'do nothing',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain('support@platform.example');
  });

  it('says it in both languages, the one of who asked first', async () => {
    const english = await written({ challenge: CHALLENGE });
    const portuguese = await written({ challenge: { ...CHALLENGE, locale: 'pt-BR' } });
    expect(portuguese.subject).toBe('Confirme este endereço para Harvest Table');
    const halves = (text: string) => text.trim().split('\n\n---\n\n');
    expect(halves(portuguese.text)).toEqual(halves(english.text).toReversed());
    expect(english.html.indexOf('lang="en"')).toBeLessThan(english.html.indexOf('lang="pt-BR"'));
  });

  it('has no contact and no code in its subject', async () => {
    for (const locale of ['en', 'pt-BR']) {
      expect((await written({ challenge: { ...CHALLENGE, locale } })).subject).not.toMatch(/@|\d/);
      expect((await written({ farewell: { ...FAREWELL, locale } })).subject).not.toMatch(/@|\d/);
    }
  });

  it('has no link while the app has no public address', async () => {
    const { text, html } = await written({ challenge: CHALLENGE }, { publicUrl: null });
    expect(text + html).not.toMatch(/https?:|verify|24 hours|24 horas/);
    expect(text).toContain('402117');
  });
});

describe('verification: the mail to an address that left', () => {
  it('says which purposes it lost, by whom and when, and how to object', async () => {
    const { to, subject, text } = await written({ farewell: FAREWELL });
    expect(to).toBe('old@harvest.example');
    expect(subject).toBe('Este endereço não é mais um contato de Harvest Table');
    for (const said of [
      'Bruno Reis retirou old@harvest.example dos contatos de Harvest Table em 2 de março de 2026',
      '12:05 UTC',
      'It is no longer the contact for: Technical emergency and Operations (platform only).',
      'tell the team of Harvest Table that it is a mistake. Questions? Write to support@platform.example.',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('names nobody if nobody did it, and whom to ask if there is no support', async () => {
    const { text } = await written({ farewell: { ...FAREWELL, by: null } }, { support: { email: null, url: null } });
    expect(text).toContain('old@harvest.example was taken off the contacts of Harvest Table on March 2, 2026');
    expect(text).toContain('Ask your contact at Harvest Table.');
  });
});

describe('every mail', () => {
  it('R12: holds no address but the reader’s and the support’s, and no markup out of people’s words', async () => {
    const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(anything, anything, async (name, by) => {
        const account = { ...ACCOUNT, name };
        const letters = [
          await written({ challenge: { ...CHALLENGE, account } }),
          await written({
            farewell: { ...FAREWELL, account: { ...ACCOUNT, name: `<img src=x onerror=1>${name}` }, by },
          }),
        ];
        for (const { to, html } of letters) {
          const tags = [...html.matchAll(/<\/?([a-z!]+)/gi)].map(([, tag]) => tag);
          expect(new Set(tags)).toEqual(new Set([...new Set(tags)].filter((tag) => TAGS.includes(String(tag)))));
          const found = html.match(/[a-z]+@[a-z]+\.example/g) ?? [];
          expect(found.every((one) => one === to || one === SUPPORT.email)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const TAGS = ['!doctype', 'body', 'div', 'p', 'strong', 'a', 'hr'];
