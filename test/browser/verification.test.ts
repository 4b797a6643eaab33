import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { ANA, OLIVIA } from '../../src/playground/world/cast.ts';
import type { Person } from './person.ts';
import { openBrowser, type Stage, setStage } from './stage.ts';
import { fillContacts, saveHours, setUp } from './steps.ts';

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

const ONCALL = 'oncall@harvest.example';
const API = 'api@harvest.example';

describe.each([
  ['English', 'en', OLIVIA, /^Mailbox/],
  ['Portuguese', 'pt-BR', ANA, /^Caixa de/],
] as const)('verification, read in %s', (_, locale, userId, mailbox) => {
  const words = say(locale);
  const bare = (text: string) => text.replaceAll('*', '');
  let person: Person;

  beforeEach(async () => {
    person = await stage.enter(userId);
    await setUp(person, words);
    await fillContacts(person, words);
    await saveHours(person, words);
  });
  afterEach(() => expect(person.complaints).toEqual([]));

  it('goes from the save to the mail in the mailbox, to the code in Slack and to the page behind the link', async () => {
    const { page } = person;
    await person
      .modal(words('unlocked.title'))
      .getByRole('button', { name: words('verify.offer.button') })
      .click();
    const list = person.modal(words('verify.title'));
    await list.getByRole('button', { name: words('verify.send.label', { address: ONCALL }) }).click();
    await list.getByText(bare(words('verify.sent', { count: 1, address: ONCALL }))).waitFor();
    const mail = await stage.playground.until(userId, (sees) => sees.mailbox[0]);
    const [code = ''] = /\b\d{6}\b/.exec(mail.text) ?? [];

    await list.getByRole('button', { name: words('verify.enter.label', { address: ONCALL }) }).click();
    const form = person.modal(words('verify.code.title'));
    await form.getByLabel(words('verify.code'), { exact: true }).fill(code);
    await form.getByRole('button', { name: words('verify.code.submit') }).click();
    await list.getByText(bare(words('verify.confirmed', { address: ONCALL }))).waitFor();

    await list.getByRole('button', { name: words('verify.send.label', { address: API }) }).click();
    await list.getByText(bare(words('verify.sent', { count: 1, address: API }))).waitFor();
    await list.getByRole('button', { name: words('app.close'), exact: true }).click();

    await page.getByRole('button', { name: mailbox }).click();
    await page
      .getByText(words('mail.challenge.subject', { account: 'Harvest Table' }))
      .first()
      .click();
    const opened = page.context().waitForEvent('page');
    await page
      .getByRole('link', { name: /\/verify\// })
      .first()
      .click();
    // The mailbox opens the link as a browser of its own language would.
    const tab = await opened;
    await tab.setExtraHTTPHeaders({ 'accept-language': locale });
    await tab.reload();
    await tab.getByRole('button', { name: words('page.open.button') }).click();
    await tab.getByRole('heading', { name: words('page.done.title') }).waitFor();

    await person.command('/contacts verify');
    await list.getByText(bare(words('verify.intro', { account: 'Harvest Table', verified: 2, count: 6 }))).waitFor();
  });
});
