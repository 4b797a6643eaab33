import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type AppProcess, startApp } from '../../src/playground/app-process.ts';
import { readManifest } from '../../src/playground/manifest.ts';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import { OLIVIA } from '../../src/playground/world/cast.ts';
import { type Looks, type Person, personAt } from './person.ts';

/** A playground with the app, and a browser before it. */
export interface Stage {
  playground: Playground;
  enter(userId: string, looks?: Looks): Promise<Person>;
  /** So many days go by, for Slack and for the app, which is started again. */
  pass(days: number): Promise<void>;
  close(): Promise<void>;
}

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

const FLAGS = `--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
  --disable-component-update --disable-sync`.split(/\s+/);

export async function openBrowser(): Promise<Browser> {
  if (!CHROMIUM) throw new Error('There is no Chromium. Install one, or name it: CHROMIUM=/path/to/chromium');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export async function setStage(browser: Browser): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'callsheet-browser-'));
  const manifest = readManifest(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  const playground = await startPlayground({ manifest, transport: 'http' });
  const settings = { transport: 'http', databaseUrl: `file:${join(folder, 'browser.sqlite')}` } as const;
  let app: AppProcess = await startApp(playground, settings);
  const people: Person[] = [];
  return {
    playground,
    async enter(userId, looks = {}) {
      const person = await personAt(browser, playground.url, userId, looks);
      people.push(person);
      return person;
    },
    async pass(days) {
      await app.stop();
      await playground.send(OLIVIA, { type: 'advance-clock', minutes: days * 24 * 60 });
      app = await startApp(playground, { ...settings, ahead: days * 24 * 60 * 60_000 });
    },
    async close() {
      for (const person of people) await person.page.context().close();
      await app.stop();
      await playground.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
