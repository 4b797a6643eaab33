import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { choices, fields, text, visitor } from '../../src/playground/visitor.ts';
import { ANA, OLIVIA } from '../../src/playground/world/cast.ts';
import { violations } from './axe.ts';
import { openBrowser, type Stage, setStage } from './stage.ts';
import { close, setUpWhole } from './steps.ts';

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

const OTHERS = ['Blue Door Pizza', 'Corner Noodles', 'Fig and Olive', 'Green Fork', 'Padaria Nova'];

/** Adds accounts quickly: what a person sees of that is in the journey of the sheet. */
async function add(userId: string): Promise<void> {
  const hands = visitor(stage.playground, userId);
  for (const name of OTHERS) {
    await hands.openHome((home) => JSON.stringify(home).includes('account.open'));
    await hands.pressAtHome('account.open');
    await hands.modal('account.create');
    const answers = { name: text(name), brand: text(name), alias: text('help@harvest.example') };
    await hands.submit(fields({ ...answers, integrations: choices('menu-feed') }));
    await hands.modal('contact.save');
    await hands.close();
  }
  // A new account is what Home shows at first; whoever opens it anew sees the list.
  const listed = (home: unknown) => [...OTHERS, 'Harvest Table'].every((name) => JSON.stringify(home).includes(name));
  await hands.openHome(listed);
}

describe.each([
  ['English', 'en', OLIVIA],
  ['Portuguese', 'pt-BR', ANA],
] as const)('somebody with six accounts who reads %s', (_, locale, userId) => {
  const words = say(locale);

  it('X1, X6: reads the worst first, finds one by its name, and mends what is weak where it is said', async () => {
    const person = await stage.enter(userId);
    await setUpWhole(person, words);

    await person.command('/contacts status');
    const lone = /is the only admin|é o único administrador/;
    const status = person.page.getByRole('article').filter({ hasText: lone }).last();
    await status.getByText(words('status.ready')).waitFor();
    await status.getByRole('button', { name: words('finding.mend.users'), exact: true }).click();
    const users = person.modal(words('users.title'));
    await person.choose(words('users.title'), words('users.person'), 'Priya Nair', 'priya');
    await users.getByRole('radio', { name: words('role.admin') }).check();
    await users.getByRole('button', { name: words('users.save'), exact: true }).click();
    await users.getByText('@Priya Nair').first().waitFor();
    await person.page.keyboard.press('Escape');
    await person.openHome();
    const home = person.page.getByRole('tabpanel');
    await home.getByText(words('standing.ready-but', { count: 1 })).waitFor();
    expect(await home.textContent()).not.toMatch(lone);

    await add(userId);
    await home.getByText(words('accounts.heading')).waitFor();
    await person.goTo('integration-launch');
    await person.command('/contacts accounts');
    const title = words('accounts.heading');
    const list = person.modal(title);
    await list.getByText('Harvest Table').first().waitFor();
    const rows = await list.getByRole('button', { name: /^(Open|Abrir) / }).allTextContents();
    expect(rows).toHaveLength(6);
    expect(await list.textContent()).toMatch(/Blue Door Pizza.*Padaria Nova.*Harvest Table/);
    expect(await violations(person)).toEqual([]);
    const search = list.getByRole('combobox');
    await search.click();
    await search.pressSequentially('fork');
    await person.page.getByRole('option', { name: 'Green Fork' }).click();
    const form = person.modal(words('form.title.locked'));
    await form.getByText('Green Fork').first().waitFor();
    await close(person, words('form.title.locked'), words);

    // Where no channel says which account is meant, the command asks, and goes on with the answer.
    await person.command('/contacts history');
    const question = person.message(words('command.pick', { count: 6 }));
    await question.getByRole('combobox').click();
    await person.page.getByRole('option', { name: 'Harvest Table' }).click();
    await person.modal(words('history.title')).getByText('oncall@harvest.example').first().waitFor();
    expect(person.complaints).toEqual([]);
  }, 120_000);
});
