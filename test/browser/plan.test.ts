import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { ANA, OLIVIA } from '../../src/playground/world/cast.ts';
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
  ['English', 'en', OLIVIA, { country: 'Germany', search: 'german', exception: 'Company day' }],
  ['Portuguese', 'pt-BR', ANA, { country: 'Alemanha', search: 'aleman', exception: 'Dia da empresa' }],
] as const)('an admin who reads %s', (_, locale, userId, typed) => {
  const words = say(locale);

  it('C2, C1: takes holidays over, adds a day of their own and says what they mean to cover', async () => {
    const person = await stage.enter(userId);
    const press = (title: string, name: string | RegExp) =>
      person.modal(title).getByRole('button', { name, exact: true }).first().click();
    await setUp(person, words);
    await fillContacts(person, words);
    await saveHours(person, words);
    await press(words('unlocked.title'), words('app.close'));

    await person.command('/contacts hours');
    await press(words('hours.title'), words('plan.open'));
    const list = words('plan.title');
    await press(list, words('plan.holidays'));
    const holidays = words('holiday.title');
    await person.modal(holidays).getByRole('combobox').first().click();
    await person.modal(holidays).getByRole('combobox').first().pressSequentially(typed.search);
    await person.page.getByRole('option', { name: typed.country, exact: true }).first().click();
    await person.modal(holidays).getByRole('checkbox').first().waitFor();
    await press(holidays, words('holiday.submit'));
    await person
      .modal(list)
      .getByText(/Taken over|Adotado/)
      .waitFor();

    await press(list, words('plan.add'));
    const form = words('exception.title');
    await person
      .modal(form)
      .getByRole('textbox', { name: words('exception.name') })
      .fill(typed.exception);
    await person
      .modal(form)
      .getByRole('button', { name: words('exception.date') })
      .first()
      .click();
    // The same day of the next week.
    await person.page.keyboard.press('ArrowDown');
    await person.page.keyboard.press('Enter');
    await press(form, words('exception.submit'));
    await person.modal(list).getByText(new RegExp(typed.exception)).first().waitFor();

    await person
      .modal(list)
      .getByRole('button', { name: words('plan.target.change.label') })
      .click();
    const target = words('target.title');
    await person
      .modal(target)
      .getByRole('radio', { name: words('target.own') })
      .click();
    await person
      .modal(target)
      .getByText(words('hours.window', { number: 1 }))
      .waitFor();
    await press(target, words('app.save'));
    await person.modal(list).getByText(words('target.saved').replaceAll('*', '')).waitFor();
    expect(person.complaints).toEqual([]);
  });
});
