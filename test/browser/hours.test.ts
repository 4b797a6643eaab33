import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { ANA, OLIVIA } from '../../src/playground/world/cast.ts';
import { openBrowser, type Stage, setStage } from './stage.ts';
import { setUp } from './steps.ts';

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

  it('R13, C1: chooses hours by a click, reads what they come to, and closes the last minute of the day', async () => {
    const person = await stage.enter(userId);
    await setUp(person, words);
    await person
      .modal(words('form.title.locked'))
      .getByRole('button', { name: words('form.hours.set') })
      .click();
    const hours = person.modal(words('hours.title'));
    const press = (name: string) => hours.getByRole('button', { name, exact: true }).first().click();
    const reads = (text: string) => hours.getByText(text).first().waitFor();

    await press(words('hours.preset.sun'));
    await reads(words('hours.total.always'));
    await press(words('hours.preset.always'));
    await reads(words('hours.end.allday', { end: '00:00' }));

    const set = async (label: string, time: string) => {
      const box = hours.getByRole('combobox', { name: label }).first();
      await box.click();
      await box.fill(time);
      await person.page.getByRole('option').first().click();
    };
    await set(words('hours.start'), '22:15');
    await reads('22:15–24:00');
    await set(words('hours.end'), '06:00');
    await reads(words('hours.end.overnight', { end: '06:00' }));
    await reads(words('hours.total.minutes', { hours: 54, minutes: 15 }));
    await set(words('hours.end'), '23:59');
    await reads(words('hours.finding.minute', { count: 1, windows: '1' }));
    // The view was shown anew under the hands of whoever chooses, and holds what they chose.
    await reads('22:15–23:59');
    await press(words('hours.midnight'));
    await reads(words('hours.end.midnight'));
    await press(words('app.save'));
    await person.modal(words('hours.title')).waitFor({ state: 'detached' });
    expect(person.complaints).toEqual([]);
  });
});
