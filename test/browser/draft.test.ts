import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { ANA, OLIVIA } from '../../src/playground/world/cast.ts';
import type { Person } from './person.ts';
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
  const locked = words('form.title.locked');
  const people: Person[] = [];
  const enter = async () => {
    const person = await stage.enter(userId);
    people.push(person);
    return person;
  };
  afterEach(() => expect(people.splice(0).flatMap(({ complaints }) => complaints)).toEqual([]));

  it('R24: types, closes without saving, and goes on in another window', async () => {
    const person = await enter();
    await setUp(person, words);
    const form = person.modal(locked);
    const field = form.getByLabel(words('purpose.tech-emergency'));
    await field.pressSequentially('oncall@harvest.example');
    // Nothing is taken away from under the hands of whoever types.
    expect(await field.inputValue()).toBe('oncall@harvest.example');
    expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await form
      .getByRole('button', { name: words('app.close'), exact: true })
      .last()
      .click();

    const elsewhere = await enter();
    await elsewhere.command('/contacts');
    const again = elsewhere.modal(locked);
    await again.getByRole('button', { name: words('draft.discard') }).waitFor();
    const resumed = again.getByLabel(words('purpose.tech-emergency'));
    expect(await resumed.inputValue()).toBe('oncall@harvest.example');
    await again.getByRole('button', { name: words('draft.discard') }).click();
    await again.getByRole('button', { name: words('draft.discard') }).waitFor({ state: 'detached' });
    expect(await resumed.inputValue()).toBe('');
  });
});
