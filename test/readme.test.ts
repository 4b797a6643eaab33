import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FLAGS } from '../src/playground/app-process.ts';
import { LISTENERS } from '../src/slack/listeners.ts';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const readme = read('README.md');

describe('the README', () => {
  it('shows pictures that are there', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]{20,}\]\(([^)]+)\)/g)].map(([, path]) => path as string);
    expect(pictures.length).toBeGreaterThanOrEqual(4);
    expect(pictures.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  it('names no npm script that is not there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script as string);
    expect([...named, 'start', 'test'].filter((script) => !(script in scripts))).toEqual([]);
  });

  it('starts the demo’s app with the flags of npm start', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scripts.start).toContain(`node ${FLAGS.join(' ')} `);
  });

  it('explains every variable of .env.example, and no other', () => {
    const variables = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name as string);
    const table = readme.split('\n').filter((line) => /^\| `[A-Z]/.test(line));
    const explained = table.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, n]) => n),
    );
    expect(explained.sort()).toEqual(variables.sort());
  });

  it('says of every sub-command whether it is there', () => {
    const commands = LISTENERS.flatMap(({ source }) => (source.kind === 'command' ? [source.id] : []));
    for (const command of commands) if (command !== 'open') expect(readme).toContain(command);
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path as string);
    expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
