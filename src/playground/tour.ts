// npm run tour: plays the story on the playground without a browser, prints what each person sees, and fails with the first
// step that does not hold. With --socket, the app is connected through Socket Mode.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from './app-process.ts';
import { readManifest } from './manifest.ts';
import { startPlayground } from './playground.ts';
import { story } from './tour/story.ts';
import { OLIVIA } from './world/cast.ts';

const transport = process.argv.includes('--socket') ? 'socket' : 'http';
const print = (line: string) => process.stdout.write(`${line}\n`);

const folder = await mkdtemp(join(tmpdir(), 'callsheet-tour-'));
const manifest = readManifest(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'));
const playground = await startPlayground({ manifest, transport });
const settings = { transport, databaseUrl: `file:${join(folder, 'tour.sqlite')}` } as const;
let app = await startApp(playground, settings);

/** The app is started again, on a computer whose clock says what Slack's does. */
async function pass(days: number): Promise<void> {
  print(`${days} days go by`);
  await app.stop();
  await playground.send(OLIVIA, { type: 'advance-clock', minutes: days * 24 * 60 });
  app = await startApp(playground, { ...settings, ahead: days * 24 * 60 * 60_000 });
}

try {
  const chapters = story(playground, print, pass);
  for (const [place, { title, play }] of chapters.entries()) {
    print(`\n── ${place + 1}. ${title}`);
    await play();
  }
  print(`\nThe tour is over: all ${chapters.length} chapters held.`);
} catch (error) {
  print(
    `\nThe tour stops here: ${(error as Error).message}\nThe app said last:\n${app.output().slice(-10).join('\n')}`,
  );
  process.exitCode = 1;
} finally {
  await app.stop();
  await playground.close();
  await rm(folder, { recursive: true, force: true });
}
