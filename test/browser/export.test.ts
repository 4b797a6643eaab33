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
  let person: Person;
  const press = (title: string, name: string) =>
    person.modal(title).getByRole('button', { name, exact: true }).first().click();
  const close = (title: string) => press(title, words('app.close'));

  beforeEach(async () => {
    person = await stage.enter(userId);
    await setUp(person, words);
    await fillContacts(person, words);
    await saveHours(person, words);
    await close(words('unlocked.title'));
  });
  afterEach(() => expect(person.complaints).toEqual([]));

  /** Asks for the file as it is proposed; its text is what the direct message holds. */
  async function exported(shareable: boolean): Promise<string> {
    await person.command('/contacts export');
    const title = words('export.title');
    if (shareable)
      await person
        .modal(title)
        .getByRole('radio', { name: words('export.audience.third-party') })
        .check();
    await press(title, words('export.submit'));
    await person.modal(title).getByText(words('export.sent').replaceAll('*', '')).waitFor();
    await close(title);
    await person.openMessages();
    const what = words('export.file.account', { account: 'Harvest Table' });
    const message = person.message(shareable ? words('export.file.shareable', { what }) : what);
    await message.locator('summary').click();
    const text = message.locator('pre');
    await text.getByText('ops-users').waitFor();
    return (await text.textContent()) ?? '';
  }

  it('R12: gets a file to be shared, which holds the shared contact and the hours alone', async () => {
    const text = await exported(true);
    expect(text).toContain('help@harvest.example');
    expect(text).not.toMatch(/escalations|oncall|api@|merchants/);
  });

  it('R21: exports the sheet, changes the table and imports it again, after a preview', async () => {
    const table = (await exported(false)).replace(
      'oncall@harvest.example',
      '"night@harvest.example; oncall@harvest.example"',
    );
    await person.command('/contacts import');
    const title = words('import.title');
    const field = person.modal(title).getByRole('textbox');
    await field.fill(table);
    await press(title, words('import.preview'));
    await person.modal(title).getByText('night@harvest.example, oncall@harvest.example').waitFor();
    expect(await field.inputValue()).toContain('night@harvest.example');
    await press(title, words('import.submit'));
    const saved = person.modal(words('saved.title'));
    await saved.getByText(words('import.done', { count: 1 }).replaceAll('*', '')).waitFor();
    await close(words('saved.title'));
    await person.command('/contacts status');
    await person.message('night@harvest.example').waitFor();
  });
});
