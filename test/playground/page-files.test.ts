import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageFile } from '../../src/playground/server/page.ts';
import { ask } from './bare-request.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
let port: number;
beforeEach(async () => {
  stage = await setStage();
  port = Number(new URL(stage.playground.url).port);
});
afterEach(() => stage.close());

describe('the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<div id="page">'],
    ['/?as=U1&at=home', 'text/html; charset=utf-8', '<div id="page">'],
    ['/page/main.ts', 'text/javascript; charset=utf-8', 'render'],
    ['/vendor/preact.js', 'text/javascript; charset=utf-8', 'export'],
    ['/vendor/preact-hooks.js', 'text/javascript; charset=utf-8', 'export'],
    ['/vendor/htm.js', 'text/javascript; charset=utf-8', 'export'],
  ])('is served at %s', async (path, type, words) => {
    const answer = await ask(port, path);
    expect([answer.status, answer.type]).toEqual([200, type]);
    expect(answer.text).toContain(words);
  });

  it('is JavaScript without types when it arrives', async () => {
    const { text } = await ask(port, '/page/connection.ts');
    expect(text).not.toContain('interface');
    expect(text).toContain('EventSource');
  });

  it.each([
    '/page/../playground.ts',
    '/page/%2e%2e/playground.ts',
    '/page/..%2fplayground.ts',
    '/page/%2fetc%2fpasswd',
    '/page/%',
    '/vendor/../package.json',
    '/vendor/constructor',
    '/.env',
    '/page/tsconfig.json',
  ])('does not give out %s', async (path) => {
    expect((await ask(port, path)).status).toBeGreaterThanOrEqual(400);
  });

  it('stays in its folder by whatever path it is asked for', async () => {
    for (const path of ['../playground.ts', '../../../package.json', '/etc/passwd', 'shell/../../manifest.ts']) {
      expect((await pageFile(path)).status, path).toBe(404);
    }
    expect((await pageFile('main.ts')).status).toBe(200);
  });
});
