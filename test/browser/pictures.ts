// npm run pictures: plays the beginning of the story in a browser and takes the pictures of the README.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { say } from '../../src/i18n/say.ts';
import { OLIVIA, PRIYA } from '../../src/playground/world/cast.ts';
import type { Person } from './person.ts';
import { openBrowser, setStage } from './stage.ts';
import { fillContacts, saveHours, setUp } from './steps.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const words = say('en');
const looks = { width: 1180, height: 860 };

await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
const stage = await setStage(browser);
try {
  const olivia = await stage.enter(OLIVIA, looks);
  await setUp(olivia, words);
  const form = olivia.modal(words('form.title.locked'));
  await picture(olivia, 'form');

  await form.getByLabel(words('purpose.tech-emergency')).fill('olivia dot grant');
  await form.getByLabel(words('purpose.ops-platform')).fill('escalations@harvest.example');
  await form.getByRole('button', { name: words('app.save') }).click();
  await form.getByText(words('problem.not-an-address', { text: 'olivia' })).waitFor();
  await picture(olivia, 'errors');

  await fillContacts(olivia, words);
  await form.getByRole('button', { name: words('form.hours.set') }).click();
  await olivia
    .modal(words('hours.title'))
    .getByRole('button', { name: words('hours.add') })
    .waitFor();
  await picture(olivia, 'hours');
  await olivia.page.keyboard.press('Escape');
  await saveHours(olivia, words);
  await olivia.modal(words('unlocked.title')).getByText(words('unlocked.heading')).waitFor();
  await picture(olivia, 'unlocked');
  await olivia.page.keyboard.press('Escape');

  await olivia.openHome();
  await olivia.page.getByText(words('status.ready')).first().waitFor();
  await picture(olivia, 'home');
  const atNight = await stage.enter(OLIVIA, { ...looks, dark: true });
  await atNight.openHome();
  await atNight.page.getByText(words('status.ready')).first().waitFor();
  await picture(atNight, 'home-dark');

  const priya = await stage.enter(PRIYA, looks);
  await priya.command('/contacts');
  await priya
    .modal(words('no-access.title'))
    .getByRole('button', { name: words('access.request') })
    .click();
  const request = priya.modal(words('request.title'));
  await request.getByLabel(words('request.reason')).fill('I am on call for the integration from Monday.');
  await request.getByRole('button', { name: words('request.submit') }).click();
  await priya.modal(words('request.sent.title')).waitFor();
  await olivia.openMessages();
  await olivia
    .message('I am on call')
    .getByRole('button', { name: words('card.approve') })
    .waitFor();
  await picture(olivia, 'card');
} finally {
  await stage.close();
  await browser.close();
}

async function picture({ page }: Person, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled', caret: 'hide' });
  console.log(`docs/pictures/${name}.png`);
}
