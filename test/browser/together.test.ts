import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { ANA, BRUNO, OLIVIA, PRIYA } from '../../src/playground/world/cast.ts';
import { violations } from './axe.ts';
import type { Person } from './person.ts';
import { openBrowser, type Stage, setStage } from './stage.ts';
import { bare, close, fillContacts, setUp } from './steps.ts';

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
  ['English', 'en', OLIVIA, PRIYA, 'Priya Nair'],
  ['Portuguese', 'pt-BR', ANA, BRUNO, 'Bruno Carvalho'],
] as const)('two people who read %s', (_, locale, adminId, colleagueId, colleagueName) => {
  const words = say(locale);
  const details = words('form.title');
  const emergency = words('purpose.tech-emergency');
  const hours = words('purpose.support-hours');
  const press = (person: Person, title: string, name: string) =>
    person.modal(title).getByRole('button', { name, exact: true }).last().click();

  it('X7, R23, C9: one fills a section of the other’s sheet, both change it at once, it is undone, and confirmed months later', async () => {
    const admin = await stage.enter(adminId);
    await setUp(admin, words);
    await fillContacts(admin, words);

    // A colleague without access fills the last section, and the account is unlocked.
    await press(admin, words('form.title.locked'), words('section.button'));
    const ask = words('section.title');
    await admin.choose(ask, words('section.section'), hours);
    await admin.choose(ask, words('section.person'), colleagueName, colleagueName.slice(0, 5));
    await admin.modal(ask).getByLabel(words('section.note')).fill('Só o horário, por favor.');
    await press(admin, ask, words('section.submit'));
    await admin
      .modal(ask)
      .getByText(bare(words('section.open')))
      .waitFor();

    const colleague = await stage.enter(colleagueId);
    await colleague.openMessages();
    const invitation = colleague.message('Só o horário, por favor.');
    await invitation.getByRole('button', { name: words('section.fill') }).click();
    const section = words('section.form.title');
    await colleague
      .modal(section)
      .getByRole('combobox', { name: words('hours.zone') })
      .waitFor();
    expect(await violations(colleague)).toEqual([]);
    await press(colleague, section, words('app.save'));
    await colleague.modal(words('section.thanks.title')).waitFor();
    expect(await colleague.page.locator('body').textContent()).not.toMatch(/oncall@|escalations@|merchants@/);
    await close(colleague, words('section.thanks.title'), words);

    await press(admin, ask, words('app.back'));
    await close(admin, words('form.title.locked'), words);
    await admin.openHome();
    await admin.page.getByText(words('status.ready')).first().waitFor();
    await admin.page
      .getByRole('button', { name: words('home.users'), exact: true })
      .last()
      .click();
    const users = words('users.title');
    await admin.choose(users, words('users.person'), colleagueName, colleagueName.slice(0, 5));
    await press(admin, users, words('users.save'));
    await admin.modal(users).getByText(`@${colleagueName}`).first().waitFor();
    await admin.page.keyboard.press('Escape');

    // Both change the same field; the second sees what the first saved, and keeps both.
    await admin.goTo('integration-launch');
    for (const person of [admin, colleague]) {
      await person.command('/contacts edit');
      await person.modal(details).getByLabel(emergency).waitFor();
    }
    await colleague.modal(details).getByLabel(emergency).fill('pager@harvest.example');
    await press(colleague, details, words('app.save'));
    await colleague.modal(words('saved.title')).waitFor();
    await admin.modal(details).getByLabel(emergency).fill('night@harvest.example');
    await press(admin, details, words('app.save'));
    await admin.modal(details).getByText(words('conflict.now'), { exact: true }).waitFor();
    expect(await admin.modal(details).getByLabel(emergency, { exact: false }).first().inputValue()).toBe(
      'night@harvest.example',
    );
    expect(await violations(admin)).toEqual([]);
    await admin
      .modal(details)
      .getByRole('radio', { name: words('conflict.both') })
      .check();
    await press(admin, details, words('app.save'));
    await admin.modal(words('saved.title')).waitFor();
    await close(admin, words('saved.title'), words);

    // One click takes the last change back, after a dialog that says what goes with it.
    await admin.command('/contacts history');
    const history = admin.modal(words('history.title'));
    await history
      .getByRole('button', { name: new RegExp(`^${words('history.undo')}`) })
      .first()
      .click();
    await admin.page
      .getByRole('button', { name: words('history.undo.yes'), exact: true })
      .last()
      .click();
    await history.getByText(bare(words('history.undo.done', { what: emergency }))).waitFor();
    expect(await violations(admin)).toEqual([]);
    await close(admin, words('history.title'), words);

    await stage.pass(91);
    await admin.openMessages();
    const question = admin.message(bare(words('still-right.question', { account: 'Harvest Table' })));
    await question.getByText('pager@harvest.example').waitFor();
    expect(await question.textContent()).not.toContain('night@harvest.example');
    await question.getByRole('button', { name: words('still-right.confirm') }).click();
    await admin.message(locale === 'en' ? 'you are asked again on' : 'a próxima pergunta é em').waitFor();
    expect([...admin.complaints, ...colleague.complaints]).toEqual([]);
  }, 120_000);
});
