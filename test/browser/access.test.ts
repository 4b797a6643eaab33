import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { ANA, BRUNO, OLIVIA, PRIYA } from '../../src/playground/world/cast.ts';
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

const REASON = 'I know the contacts.';
const NOTE = 'Olá & welcome';

/** Two people who read the same language: one decides, the other asks. */
describe.each([
  ['English', 'en', OLIVIA, PRIYA],
  ['Portuguese', 'pt-BR', ANA, BRUNO],
] as const)('people who read %s', (_, locale, adminId, colleagueId) => {
  const words = say(locale);
  let admin: Person;
  let colleague: Person;

  beforeEach(async () => {
    admin = await stage.enter(adminId);
    await setUp(admin, words);
    await admin
      .modal(words('form.title.locked'))
      .getByRole('button', { name: words('app.close'), exact: true })
      .click();
    colleague = await stage.enter(colleagueId);
    // Bruno is in other channels than Ana: everybody has the app's own messages.
    await colleague.openMessages();
  });
  afterEach(() => expect([...admin.complaints, ...colleague.complaints]).toEqual([]));

  async function ask(): Promise<void> {
    await colleague.command('/contacts');
    await colleague
      .modal(words('no-access.title'))
      .getByRole('button', { name: words('access.request') })
      .click();
    const form = colleague.modal(words('request.title'));
    await form.getByLabel(words('request.reason')).fill(REASON);
    await form.getByRole('radio', { name: words('role.editor') }).check();
    await form.getByRole('button', { name: words('request.submit') }).click();
    await colleague
      .modal(words('request.sent.title'))
      .getByRole('button', { name: words('app.close'), exact: true })
      .click();
  }

  async function decide(button: 'card.approve' | 'card.deny'): Promise<void> {
    await admin.openMessages();
    // One click on the card, one in the dialog.
    await admin
      .message(REASON)
      .getByRole('button', { name: words(button) })
      .click();
    const review = admin.modal(words('review.title'));
    await review.getByLabel(words('review.note')).fill(NOTE);
    await review.getByRole('button', { name: words('review.submit'), exact: true }).click();
    await admin
      .modal(words('review.done.title'))
      .getByRole('button', { name: words('app.close'), exact: true })
      .click();
  }

  it('A1–A4, R17: request, approve, fill, unlock', async () => {
    await ask();
    await decide('card.approve');
    await admin
      .message(REASON)
      .getByText(words('card.approved', { by: '', date: '' }).slice(0, 8))
      .waitFor();
    expect(
      await admin
        .message(REASON)
        .getByRole('button', { name: words('card.approve') })
        .count(),
    ).toBe(0);
    const outcome = colleague.message(NOTE);
    await outcome.getByRole('button', { name: words('outcome.open') }).click();
    await fillContacts(colleague, words);
    await saveHours(colleague, words);
    await colleague.modal(words('unlocked.title')).getByText(words('unlocked.heading')).waitFor();
    await admin.openHome();
    await admin.page.getByText(words('status.ready')).first().waitFor();
  });

  it('A2–A4: request, deny, ask again', async () => {
    await ask();
    await decide('card.deny');
    const outcome = colleague.message(NOTE);
    await outcome.getByRole('button', { name: words('outcome.again') }).click();
    await colleague.modal(words('request.title')).getByLabel(words('request.reason')).waitFor();
  });
});
