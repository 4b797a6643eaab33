import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { ANA, GIL, NORTHWIND, OLIVIA, PHOTOS, SOFIA } from '../../src/playground/world/cast.ts';
import { violations } from './axe.ts';
import type { Person } from './person.ts';
import { openBrowser, type Stage, setStage } from './stage.ts';
import { ALIAS, close, setUpWhole } from './steps.ts';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  stage = await setStage(browser);
});
afterEach(() => stage.close());

const INTERNAL = /(oncall|api|dev|merchants|escalations)@harvest/;
const QUESTION = { en: 'who the integration is down', 'pt-BR': 'quem a integração caiu' };

describe.each([
  ['English', 'en', OLIVIA],
  ['Portuguese', 'pt-BR', ANA],
] as const)('people who read %s', (_, locale, adminId) => {
  const words = say(locale);

  it('X3, X4, X2, A9: an admin shares the one contact, and another company and a guest learn no more than that', async () => {
    const admin = await stage.enter(adminId);
    await setUpWhole(admin, words);
    await admin.goTo('northwind-harvest');

    await admin.command(`/contacts ${QUESTION[locale]}`);
    const answer = admin.message(words('who.heading', { account: 'Harvest Table' }));
    await answer.getByText('oncall@harvest.example').waitFor();

    // In a linked channel the question is about this account, whoever asks.
    const settings = words('settings.title');
    await admin.command('/contacts settings');
    await admin
      .modal(settings)
      .getByRole('button', { name: words('channels.link') })
      .click();
    await admin
      .modal(words('channels.link'))
      .getByRole('button', { name: words('channels.submit'), exact: true })
      .click();
    await admin
      .modal(settings)
      .getByRole('button', { name: words('channels.unlink') })
      .waitFor();
    await close(admin, settings, words);

    await admin.command('/contacts share');
    const title = words('share.title');
    const preview = admin.modal(title);
    const heading = words('share.card.heading', { brand: 'Harvest Table' });
    await preview.getByText(heading).waitFor();
    expect(await preview.textContent()).toContain(ALIAS);
    expect(await preview.textContent()).not.toMatch(INTERNAL);
    expect(await violations(admin)).toEqual([]);
    await preview.getByRole('button', { name: words('share.submit'), exact: true }).click();
    const done = admin.modal(words('share.done.title'));
    await done.getByText('northwind-harvest').waitFor();
    await close(admin, words('share.done.title'), words);

    await stage.playground.change(SOFIA, { locale });
    const partner = await stage.enter(SOFIA, { at: NORTHWIND });
    await partner.message(heading).getByText(ALIAS).waitFor();
    await partner
      .message(heading)
      .getByRole('button', { name: words('help.button') })
      .click();
    await partner
      .modal(words('help.title'))
      .getByRole('heading', { name: words('help.purposes') })
      .waitFor();

    await stage.playground.change(GIL, { locale });
    const guest = await stage.enter(GIL, { at: PHOTOS });
    await guest.command('/contacts status');
    await guest.modal(words('no-access.title')).getByText(words('no-access.outside')).waitFor();
    for (const outsider of [partner, guest]) {
      expect(await outsider.page.locator('body').textContent()).not.toMatch(INTERNAL);
    }
    expect([admin, partner, guest].flatMap(({ complaints }: Person) => complaints)).toEqual([]);
  }, 120_000);
});
