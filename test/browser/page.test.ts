import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { OLIVIA } from '../../src/playground/world/cast.ts';
import { violations } from './axe.ts';
import type { Person } from './person.ts';
import { openBrowser, type Stage, setStage } from './stage.ts';
import { fillContacts, saveHours, setUp } from './steps.ts';

const words = say('en');

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
  ['on a desk, in light', { width: 1280, height: 900 }],
  ['on a phone, in the dark', { width: 390, height: 844, dark: true }],
])('the page %s', (_, looks) => {
  it('has nothing that axe-core finds wrong, in a channel, in every view of the sheet, and with errors', async () => {
    const person = await stage.enter(OLIVIA, looks);
    const found: Record<string, string[]> = {};
    await person.page.getByRole('article').first().waitFor();
    found.channel = await violations(person);
    await setUp(person, words);
    found.form = await violations(person);
    const form = person.modal(words('form.title.locked'));
    await form.getByLabel(words('purpose.tech-emergency')).fill('nope');
    await form.getByRole('button', { name: words('app.save') }).click();
    await form.getByText(words('problem.not-an-address', { text: 'nope' })).waitFor();
    found.errors = await violations(person);
    await fillContacts(person, words);
    await form.getByRole('button', { name: words('form.hours.set') }).click();
    await person
      .modal(words('hours.title'))
      .getByRole('button', { name: words('hours.add') })
      .waitFor();
    found.hours = await violations(person);
    await person.page.keyboard.press('Escape');
    await form.getByRole('button', { name: words('form.users.button'), exact: true }).click();
    await person
      .modal(words('users.title'))
      .getByRole('button', { name: words('users.save'), exact: true })
      .waitFor();
    found.users = await violations(person);
    expect(found).toEqual({ channel: [], form: [], errors: [], hours: [], users: [] });
    expect(person.complaints).toEqual([]);
  });
});

it('asks nothing of any other host', async () => {
  const person = await stage.enter(OLIVIA);
  const asked: string[] = [];
  person.page.on('request', (request) => asked.push(new URL(request.url()).host));
  await person.page.reload();
  await setUp(person, words);
  const own = new URL(stage.playground.url).host;
  expect([...new Set(asked)]).toEqual([own]);
});

it('can be used with the keyboard alone, from the command to the unlocked sheet', async () => {
  const { page, modal } = await stage.enter(OLIVIA);
  const { keyboard } = page;
  const focused = () => page.locator(':focus');
  const tabTo = async (label: string) => {
    for (let presses = 0; presses < 60; presses++) {
      const names = await focused().evaluateAll((elements) =>
        elements.map((element) => {
          const { labels, textContent } = element as unknown as {
            labels?: ArrayLike<{ textContent: string | null }>;
            textContent: string | null;
          };
          const own = (element as unknown as { getAttribute(name: string): string | null }).getAttribute('aria-label');
          return own ?? labels?.[0]?.textContent ?? textContent ?? '';
        }),
      );
      if (names[0]?.trim().startsWith(label)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${label}`);
  };
  await page.getByRole('textbox').last().focus();
  await keyboard.type('/contacts');
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await modal(words('first-run.title')).waitFor();
  await tabTo(words('first-run.name'));
  await keyboard.type('Harvest Table');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await tabTo(words('first-run.brand'));
  await keyboard.type('Harvest Table');
  await tabTo(words('first-run.alias'));
  await keyboard.type('help@harvest.example');
  await keyboard.press('Control+Enter');
  await modal(words('form.title.locked')).waitFor();
  for (const purpose of ['tech-emergency', 'tech-non-emergency', 'ops-merchant', 'ops-platform'] as const) {
    await tabTo(words(`purpose.${purpose}`));
    await keyboard.type(`${purpose}@harvest.example`);
  }
  await tabTo(words('form.hours.set'));
  await keyboard.press('Enter');
  await modal(words('hours.title')).waitFor();
  await tabTo(words('app.save'));
  await keyboard.press('Enter');
  await modal(words('form.title.locked')).getByText(words('form.hours.change')).waitFor();
  await tabTo(words('app.save'));
  await keyboard.press('Enter');
  await modal(words('unlocked.title')).getByText(words('unlocked.heading')).waitFor();
});

it('shows what one person does to another one at once, and keeps what they type', async () => {
  const olivia = await stage.enter(OLIVIA);
  await setUp(olivia, words);
  const second = await stage.enter(OLIVIA);
  const here = olivia.modal(words('form.title.locked')).getByLabel(words('purpose.ops-platform'));
  await here.fill('escalations@harvest.example');
  const there = second.modal(words('form.title.locked')).getByLabel(words('purpose.ops-platform'));
  await there.waitFor();
  await expect.poll(() => there.inputValue(), { timeout: 10_000 }).toBe('escalations@harvest.example');
  await olivia
    .modal(words('form.title.locked'))
    .getByRole('button', { name: words('app.close'), exact: true })
    .click();
  await second.modal(words('form.title.locked')).waitFor({ state: 'detached' });
  await fillAgain(olivia);
});

async function fillAgain(olivia: Person): Promise<void> {
  await olivia.command('/contacts');
  await fillContacts(olivia, words);
  await saveHours(olivia, words);
  await olivia.modal(words('unlocked.title')).waitFor();
}
