import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const DEMO = fileURLToPath(new URL('../../src/playground/demo.ts', import.meta.url));

let folder: string;
let children: ChildProcess[];
let output: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callsheet-demo-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

function start(...options: string[]): ChildProcess {
  output = '';
  const child = spawn(process.execPath, [DEMO, '--data', folder, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  return child;
}

/** The address that the demo prints, once it does. */
async function address(demo: ChildProcess): Promise<string> {
  for (;;) {
    const [, url] = /: (http:\S+)/.exec(output) ?? [];
    if (url) return url;
    if (demo.exitCode !== null) throw new Error(output);
    await Promise.race([once(demo.stdout as NodeJS.ReadableStream, 'data'), once(demo, 'exit')]);
  }
}

const exitOf = async (demo: ChildProcess): Promise<number | null> =>
  demo.exitCode ?? ((await once(demo, 'exit')) as [number | null])[0];

const childrenOf = async (demo: ChildProcess): Promise<number[]> =>
  (await promisify(execFile)('pgrep', ['-P', String(demo.pid)])).stdout.trim().split('\n').map(Number);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('npm run demo', { timeout: 60_000 }, () => {
  it('X9: prints where to go and what to do, serves the page, and stops everything on Ctrl-C', async () => {
    const demo = start('--port', '0');
    const url = await address(demo);
    expect(output).toMatch(
      /1\. Open that address.*\n.*2\. Type \/contacts.*\n.*3\. .*Mailbox.*\n.*4\. Stop with Ctrl-C\..*demo\.sqlite/,
    );
    expect(await (await fetch(url)).text()).toContain('<title>');
    const apps = await childrenOf(demo);
    expect(apps).toHaveLength(1);
    demo.kill('SIGINT');
    expect(await exitOf(demo)).toBe(0);
    expect(apps.filter(isRunning)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
    expect(await readdir(folder)).toContain('demo.sqlite');
  });

  it('says so, with what it said last, if the app dies', async () => {
    const demo = start('--port', '0', '--socket');
    await address(demo);
    expect(output).toContain('Socket Mode');
    const [app] = await childrenOf(demo);
    process.kill(app ?? 0, 'SIGKILL');
    expect(await exitOf(demo)).toBe(1);
    expect(output).toMatch(/The app has ended \(by a signal\)\. It said last:\n(.*\n)*.*"ready"/);
  });

  it('says why the app cannot start', async () => {
    await writeFile(
      join(folder, 'demo.sqlite'),
      'no database at all, and long enough not to be taken for an empty one',
    );
    const demo = start('--port', '0');
    expect(await exitOf(demo)).toBe(1);
    expect(output).toContain('The app ended before it was ready. It said:');
  });

  it('begins anew with --fresh', async () => {
    await writeFile(
      join(folder, 'demo.sqlite'),
      'no database at all, and long enough not to be taken for an empty one',
    );
    await address(start('--port', '0', '--fresh'));
  });

  it('takes nothing away from a demo that is running', async () => {
    const first = start('--port', '0');
    await address(first);
    const second = start('--port', '0', '--fresh');
    expect(await exitOf(second)).toBe(1);
    expect(output).toContain('is in use by another demo');
    expect(await readdir(folder)).toContain('demo.sqlite');
    first.kill('SIGTERM');
    expect(await exitOf(first)).toBe(0);
  });

  it('takes the next port if 3100 is in use, and says so if one that was named is', async () => {
    const other = createServer();
    const listening = Promise.race([once(other, 'listening'), once(other, 'error')]);
    other.listen(3100, '127.0.0.1');
    await listening;
    const demo = start();
    const url = await address(demo);
    expect(url).not.toContain(':3100');
    const refused = start('--port', new URL(url).port);
    expect(await exitOf(refused)).toBe(1);
    expect(output).toContain(`port ${new URL(url).port} is in use`);
    demo.kill('SIGTERM');
    await exitOf(demo);
    other.close();
  });

  it.each([['--port', 'x'], ['--colour']])(
    'says what it understands if it does not understand %s',
    async (...options) => {
      expect(await exitOf(start(...options))).toBe(2);
      expect(output).toContain('--fresh');
    },
  );
});
