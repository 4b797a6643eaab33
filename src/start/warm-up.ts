// Runs once after the installation: loads what an app loads, so that already the first start finds it in the compile cache.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../store/store.ts';

const folder = await mkdtemp(join(tmpdir(), 'callsheet-warm-up-'));
const store = await openStore(`file:${join(folder, 'warm-up.sqlite')}`);
await store.close();
await rm(folder, { recursive: true, force: true });
// Without a configuration, the app loads all the rest, says what is missing and ends.
const main = fileURLToPath(new URL('../main.ts', import.meta.url));
spawnSync(process.execPath, [...process.execArgv, main], { env: {}, stdio: 'ignore' });
