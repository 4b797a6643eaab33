import type { Say } from '../../src/i18n/say.ts';
import type { Person } from './person.ts';

export const ALIAS = 'help@harvest.example';

/** The four answers of the first run; the locked form is open afterwards. */
export async function setUp(person: Person, words: Say): Promise<void> {
  await person.command('/contacts');
  const title = words('first-run.title');
  const form = person.modal(title);
  await form.getByLabel(words('first-run.name')).fill('Harvest Table');
  await form.getByLabel(words('first-run.brand'), { exact: true }).fill('Harvest Table');
  await form.getByLabel(words('first-run.alias')).fill(ALIAS);
  await person.choose(title, words('first-run.integrations'), words('integration.ordering-end-to-end'));
  await person.page.keyboard.press('Escape');
  await form.getByRole('button', { name: words('first-run.submit') }).click();
  await person.modal(words('form.title.locked')).waitFor();
}

/** Everything but the hours, in one submission. */
export async function fillContacts(person: Person, words: Say): Promise<void> {
  const form = person.modal(words('form.title.locked'));
  const answers = {
    'tech-emergency': 'oncall@harvest.example',
    'tech-non-emergency': 'api@harvest.example, dev@harvest.example',
    'ops-merchant': 'merchants@harvest.example',
    'ops-platform': 'escalations@harvest.example',
  } as const;
  for (const [purpose, answer] of Object.entries(answers)) {
    await form.getByLabel(words(`purpose.${purpose as keyof typeof answers}`)).fill(answer);
  }
  await form.getByRole('button', { name: words('app.save') }).click();
  const hours = words('form.saved.partly', { missing: words('purpose.support-hours') });
  await form.getByText(hours.replaceAll('*', '')).waitFor();
}

/** The hours as they are proposed, in another zone that is searched for. */
export async function saveHours(person: Person, words: Say): Promise<void> {
  await person
    .modal(words('form.title.locked'))
    .getByRole('button', { name: words('form.hours.set') })
    .click();
  const title = words('hours.title');
  await person.choose(title, words('hours.zone'), 'Asia/Kathmandu', 'kathm');
  await person
    .modal(title)
    .getByRole('button', { name: words('app.save') })
    .click();
}

/** An account that is complete and unlocked, with nothing open. */
export async function setUpWhole(person: Person, words: Say): Promise<void> {
  await setUp(person, words);
  await fillContacts(person, words);
  await saveHours(person, words);
  await close(person, words('unlocked.title'), words);
}

/** Closes the modal with this title. */
export const close = (person: Person, title: string, words: Say): Promise<void> =>
  person
    .modal(title)
    .getByRole('button', { name: words('app.close'), exact: true })
    .last()
    .click();

/** A text of the catalogue as it is read: without the marks of bold. */
export const bare = (text: string): string => text.replaceAll('*', '');
