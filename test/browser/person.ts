import type { Browser, Locator, Page } from 'playwright-core';
import { LAUNCH } from '../../src/playground/world/cast.ts';

export interface Looks {
  dark?: boolean;
  width?: number;
  height?: number;
  /** The channel that is open at first, by its id. */
  at?: string;
}

/** A person before the page. They find things as people do: by what is written on them. */
export interface Person {
  page: Page;
  /** What the page complained of; a test that ends with something in here has failed. */
  complaints: string[];
  /** The modal on top, by its title. */
  modal(title: string): Locator;
  /** Types a command where the person is and sends it. */
  command(text: string): Promise<void>;
  /** Goes to a channel, by its name. */
  goTo(channel: string): Promise<void>;
  openHome(): Promise<void>;
  openMessages(): Promise<void>;
  /** The newest message in sight that says this. */
  message(text: string): Locator;
  /** Chooses in a select of the modal on top, by what is written on the option. */
  choose(title: string, label: string, option: string, search?: string): Promise<void>;
}

const PATIENCE = 15_000;

export async function personAt(browser: Browser, url: string, userId: string, looks: Looks): Promise<Person> {
  const { dark = false, width = 1280, height = 900, at = LAUNCH } = looks;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/?as=${userId}&at=${at}`);
  const modal = (title: string) => page.getByRole('dialog', { name: title, exact: true });
  return {
    page,
    complaints,
    modal,
    message: (text) => page.getByRole('article').filter({ hasText: text }).last(),
    async command(text) {
      const composer = page.locator('main').getByRole('textbox').last();
      await composer.fill(text);
      // The list of commands closes first; what is typed stays.
      await composer.press('Escape');
      await composer.press('Enter');
    },
    async goTo(channel) {
      await page.getByRole('link', { name: channel }).click();
    },
    async openHome() {
      await page.getByRole('link', { name: 'Callsheet' }).click();
      await page.getByRole('tab').first().click();
    },
    async openMessages() {
      await page.getByRole('link', { name: 'Callsheet' }).click();
      await page.getByRole('tab').nth(1).click();
    },
    async choose(title, label, option, search) {
      const box = modal(title).getByRole('combobox', { name: label });
      await box.click();
      if (search) await box.pressSequentially(search);
      await page.getByRole('option', { name: option }).first().click();
    },
  };
}
