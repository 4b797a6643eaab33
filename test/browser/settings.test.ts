import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { ANA, OLIVIA } from '../../src/playground/world/cast.ts';
import type { Person } from './person.ts';
import { openBrowser, type Stage, setStage } from './stage.ts';
import { ALIAS, fillContacts, saveHours, setUp } from './steps.ts';

const NEW = 'care@harvest.example';

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

describe.each([
  ['English', 'en', OLIVIA],
  ['Portuguese', 'pt-BR', ANA],
] as const)('an admin who reads %s', (_, locale, userId) => {
  const words = say(locale);
  let person: Person;
  const press = (title: string, name: string, nth = 0) =>
    person.modal(title).getByRole('button', { name, exact: true }).nth(nth).click();

  it('X5, R10, R4: links the channel, changes the alias and mends the drift, and keeps an advised mailbox', async () => {
    person = await stage.enter(userId);
    await setUp(person, words);
    await fillContacts(person, words);
    await saveHours(person, words);
    await press(words('unlocked.title'), words('app.close'));
    const settings = words('settings.title');

    await person.command('/contacts settings');
    await press(settings, words('channels.link'));
    await press(words('channels.link'), words('channels.submit'));
    await person
      .modal(settings)
      .getByRole('button', { name: words('channels.unlink') })
      .waitFor();

    await person
      .modal(settings)
      .getByRole('button', { name: words('settings.brand.change', { brand: 'Harvest Table' }) })
      .click();
    const brand = words('brand.edit');
    await person.modal(brand).getByLabel(words('first-run.alias')).fill(NEW);
    await press(brand, words('app.save'));
    const news = words('brand.news.title');
    await person
      .modal(news)
      .getByText(words('status.attention.alias-drift', { shared: ALIAS, expected: NEW }))
      .waitFor();
    await press(news, words('drift.use', { expected: NEW }));
    const mended = words('brand.news.mended', { account: 'Harvest Table', shared: NEW });
    await person.modal(news).getByText(mended.replaceAll('*', '')).waitFor();
    await press(news, words('app.back'));

    await press(settings, words('settings.change'), 1);
    const integrations = words('integrations.title');
    await person.choose(integrations, words('first-run.integrations'), words('integration.waitlist'));
    await person.page.keyboard.press('Escape');
    await press(integrations, words('app.save'));
    await person.modal(settings).getByText(words('integration.waitlist')).waitFor();
    await press(settings, words('app.close'));

    await person.command('/contacts edit');
    const form = person.modal(words('form.title'));
    await form.getByLabel(words('purpose.tech-emergency')).fill('ana.lima@harvest.example');
    await form.getByRole('button', { name: words('app.save') }).click();
    await press(words('saved.title'), words('advice.keep'));
    const kept = words('advice.passed', { count: 1, addresses: 'ana.lima@harvest.example' });
    await person.modal(words('advice.title')).getByText(kept.replaceAll('*', '')).waitFor();
    expect(person.complaints).toEqual([]);
  }, 120_000);
});
