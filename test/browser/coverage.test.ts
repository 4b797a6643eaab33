import type { Browser, Locator } from 'playwright-core';
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

/** Points across, once it is there. */
const width = async (picture: Locator): Promise<number> => {
  await picture.waitFor();
  return picture.evaluate(async (image) => {
    const { decode, naturalWidth } = image as unknown as { decode(): Promise<void>; naturalWidth: number };
    await decode.call(image);
    return naturalWidth || (image as unknown as { naturalWidth: number }).naturalWidth;
  });
};

describe.each([
  ['English', 'en', OLIVIA, 'light'],
  ['Portuguese', 'pt-BR', ANA, 'dark'],
] as const)('C3: somebody who reads %s', (_, locale, userId, colorScheme) => {
  const words = say(locale);
  let person: Person;

  beforeEach(async () => {
    person = await stage.enter(userId);
    await person.page.emulateMedia({ colorScheme });
    await setUp(person, words);
    await fillContacts(person, words);
    await saveHours(person, words);
    const unlocked = person.modal(words('unlocked.title'));
    await unlocked
      .getByRole('button', { name: words('app.close'), exact: true })
      .first()
      .click();
  });
  afterEach(() => expect(person.complaints).toEqual([]));

  it('sees the coverage in words and as a picture, there and in the messages', async () => {
    await person.command('/contacts coverage');
    const view = person.modal(words('coverage.title'));
    await view.getByText(words('coverage.this-week', { percent: 100 })).waitFor();
    const picture = view.getByRole('img', { name: words('coverage.this-week', { percent: 100 }) });
    expect(await width(picture)).toBe(1440);
    const shots = process.env.SHOTS;
    if (shots) await person.page.screenshot({ path: `${shots}/coverage-${locale}.png` });
    await view
      .getByRole('button', { name: words('app.close'), exact: true })
      .first()
      .click();
    await person.openMessages();
    const message = person.message(words('coverage.picture.file', { account: 'Harvest Table' }));
    expect(await width(message.getByRole('img').last())).toBe(1440);
    await message.getByText(words('coverage.next.none')).waitFor();
    if (shots) await person.page.screenshot({ path: `${shots}/messages-${locale}.png` });
  });

  it('opens it from Home', async () => {
    await person.openHome();
    await person.page.getByRole('button', { name: words('coverage.button'), exact: true }).click();
    await person.modal(words('coverage.title')).getByText(words('coverage.ahead.heading')).waitFor();
  });
});
