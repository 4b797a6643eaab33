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

describe.each([
  ['English', 'en', OLIVIA],
  ['Portuguese', 'pt-BR', ANA],
] as const)('somebody who reads %s', (_, locale, userId) => {
  const words = say(locale);
  const locked = words('form.title.locked');
  let person: Person;

  beforeEach(async () => {
    person = await stage.enter(userId);
  });
  afterEach(() => expect(person.complaints).toEqual([]));

  it('R16, R18, R19: fills the sheet from the locked start to the unlocked end', async () => {
    await setUp(person, words);
    const form = person.modal(locked);
    await form.getByText(words('form.alert.later').replaceAll('*', '').slice(0, 20)).waitFor();

    // A part is saved, and names what is missing.
    await form.getByLabel(words('purpose.tech-emergency')).fill('oncall@harvest.example');
    await form.getByRole('button', { name: words('app.save') }).click();
    await form
      .getByText(words('form.saved.partly', { missing: '' }).replaceAll('*', '').slice(0, 6))
      .first()
      .waitFor();

    await fillContacts(person, words);
    await saveHours(person, words);
    await person.modal(words('unlocked.title')).getByText(words('unlocked.heading')).waitFor();
    await person
      .modal(words('unlocked.title'))
      .getByRole('button', { name: words('app.close'), exact: true })
      .click();

    await person.command('/contacts status');
    await person.message('escalations@harvest.example').waitFor();
    await person.openHome();
    await person.page.getByText(words('status.ready')).first().waitFor();
  });

  it('keeps what was typed when an answer will not do, and says why at the field', async () => {
    await setUp(person, words);
    const form = person.modal(locked);
    const field = form.getByLabel(words('purpose.tech-emergency'));
    await field.fill('call me maybe');
    await form.getByLabel(words('purpose.ops-platform')).fill('escalations@harvest.example');
    await form.getByRole('button', { name: words('app.save') }).click();
    await form.getByText(words('problem.not-an-address', { text: 'call' })).waitFor();
    expect(await field.inputValue()).toBe('call me maybe');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await form.getByLabel(words('purpose.ops-platform')).inputValue()).toBe('escalations@harvest.example');
  });

  it('R8, R21: launches with the alert contacts in one step, and changes the sheet afterwards', async () => {
    await setUp(person, words);
    await fillContacts(person, words);
    await saveHours(person, words);
    await person
      .modal(words('unlocked.title'))
      .getByRole('button', { name: words('app.close'), exact: true })
      .click();
    await person.openHome();
    await person.page.getByRole('button', { name: words('launch.button') }).click();
    const launch = person.modal(words('launch.title'));
    await launch.getByRole('button', { name: words('launch.submit'), exact: true }).click();
    await person
      .modal(words('launch.launched.heading'))
      .getByRole('button', { name: words('app.close'), exact: true })
      .click();
    await person.page.getByRole('heading', { name: words('environment.production') }).waitFor();
    await person.page.getByRole('button', { name: words('status.edit') }).click();
    const form = person.modal(words('form.title'));
    expect(await form.getByLabel(words('purpose.tech-emergency')).inputValue()).toBe('oncall@harvest.example');
  });
});
