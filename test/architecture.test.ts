import { readFile } from 'node:fs/promises';
import { App, type Receiver } from '@slack/bolt';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { createApp } from '../src/app.ts';
import type { Chores } from '../src/chores.ts';
import { CONFIRM_EVERY } from '../src/domain/confirmation.ts';
import { PATIENCE } from '../src/domain/waiting.ts';
import { SUB_COMMANDS } from '../src/slack/command.ts';
import { nameOf, OPEN_WHILE_LOCKED } from '../src/slack/gate.ts';
import { LISTENERS } from '../src/slack/listeners.ts';
import type { Source } from '../src/slack/turn.ts';
import { viewerOf } from '../src/slack/viewer.ts';
import type { Store } from '../src/store/store.ts';
import { importsOf, readSource, type SourceFile, withoutComments } from './import-graph.ts';
import { person, SCENES } from './slack/scenes.ts';
import { SURFACES } from './slack/surfaces.ts';

const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');
const source = await readSource();
const { dependencies } = JSON.parse(await read('package.json')) as { dependencies: Record<string, string> };

interface Layer {
  /** Layers that it may import; its own files always. */
  layers: readonly string[];
  /** Packages that it may import; `@slack/*` is all of them. */
  packages: readonly string[];
}

const CORE = ['domain', 'holidays', 'store', 'table', 'picture', 'slack', 'jobs', 'mail', 'http', 'i18n'];

/** Who may import whom. What is not in here may not exist. */
const LAYERS: Record<string, Layer> = {
  domain: { layers: [], packages: ['luxon', 'zod'] },
  store: { layers: ['domain'], packages: ['@prisma/*', 'node:*'] },
  table: { layers: ['domain'], packages: ['csv-parse', 'csv-stringify', 'zod'] },
  /** The holiday calendars of the world: large, and loaded only when somebody asks for them. */
  holidays: { layers: [], packages: ['date-holidays'] },
  /** Pictures of what the domain says. What draws them is large, and loaded only when somebody asks for one. */
  picture: { layers: ['domain'], packages: ['@resvg/resvg-js', 'dejavu-fonts-ttf', 'node:url'] },
  slack: {
    layers: ['domain', 'holidays', 'store', 'i18n', 'table', 'picture'],
    packages: ['@slack/*', 'node:crypto'],
  },
  jobs: { layers: ['domain', 'store'], packages: ['node-cron'] },
  mail: { layers: ['domain', 'store', 'i18n'], packages: ['node:stream', 'nodemailer'] },
  http: { layers: ['domain', 'store', 'i18n'], packages: ['node:*'] },
  i18n: { layers: [], packages: ['intl-messageformat'] },
  'config.ts': { layers: ['settings'], packages: ['zod'] },
  /** Parts of the settings: what several variables share, or what is long. */
  settings: { layers: [], packages: ['zod'] },
  'log.ts': { layers: ['config.ts', 'slack'], packages: ['@slack/bolt'] },
  'chores.ts': { layers: ['store', 'slack', 'jobs', 'mail', 'log.ts'], packages: ['@slack/web-api'] },
  'app.ts': { layers: [...CORE, 'config.ts', 'log.ts', 'chores.ts'], packages: ['@slack/*'] },
  'main.ts': {
    layers: [...CORE, 'config.ts', 'log.ts', 'chores.ts', 'app.ts'],
    packages: ['@slack/*', 'node:*'],
  },
  /** Commands for scripts: what the domain decides, from standard input to standard output. */
  scripts: { layers: ['domain'], packages: ['node:*', 'zod'] },
  'audit-verify.ts': { layers: ['store', 'config.ts'], packages: ['node:*'] },
  /** What runs before the app: at the installation, and ahead of its first module. */
  start: { layers: ['store'], packages: ['node:*'] },
  playground: { layers: [], packages: ['*'] },
};

const layerOf = (path: string): string => path.split('/')[1] ?? '';
const app = source.filter((file) => layerOf(file.path) !== 'playground');

const matches = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

/** The imports of a file that its layer does not allow. */
function trespasses({ path, imports }: Pick<SourceFile, 'path' | 'imports'>): string[] {
  const layer = LAYERS[layerOf(path)];
  return imports.filter((target) => {
    if (!layer) return true;
    if (!target.startsWith('src/')) return !layer.packages.some((pattern) => matches(pattern, target));
    return layerOf(target) !== layerOf(path) && !layer.layers.includes(layerOf(target));
  });
}

describe('the layers', () => {
  it('are those of the table, and every file is in one', () => {
    expect(source.length).toBeGreaterThan(60);
    expect(source.filter(({ path }) => !(layerOf(path) in LAYERS)).map(({ path }) => path)).toEqual([]);
  });

  it('import only what the table allows', () => {
    expect(source.flatMap((file) => trespasses(file).map((target) => `${file.path} → ${target}`))).toEqual([]);
  });

  it('keep what Prisma generates inside the store', () => {
    const inside = source.filter(({ imports }) => imports.some((target) => target.startsWith('src/store/generated/')));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.map(({ path }) => layerOf(path))).toEqual(inside.map(() => 'store'));
  });

  it('need no package that is there for development alone', () => {
    const packages = app.flatMap(({ imports }) => imports).filter((target) => !/^(src\/|node:)/.test(target));
    expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('know nothing of the environment, but for the start', () => {
    const readers = source.filter(({ code }) =>
      /\bprocess\s*(\?\.|\.|\[\s*["'])\s*env\b|node:process|import\.meta\.env/.test(code),
    );
    // The playground starts the app as its operator would, and hands on what any process needs, such as PATH.
    expect(readers.map(({ path }) => path)).toEqual([
      'src/audit-verify.ts',
      'src/main.ts',
      'src/playground/app-process.ts',
    ]);
  });

  it.each([
    ['a domain that reads a file', 'src/domain/sheet.ts', ['node:fs']],
    ['a domain that asks the store', 'src/domain/sheet.ts', ['src/store/store.ts']],
    ['a store that speaks Slack', 'src/store/store.ts', ['@slack/web-api']],
    ['a store that renders', 'src/store/store.ts', ['src/slack/block-kit.ts']],
    ['a table that asks the store', 'src/table/sheet-file.ts', ['src/store/store.ts']],
    ['a surface that queries', 'src/slack/home/home.ts', ['@prisma/client']],
    ['a surface that reads the settings', 'src/slack/home/home.ts', ['src/config.ts']],
    ['an app that needs the playground', 'src/app.ts', ['src/playground/demo.ts']],
    ['a start that needs the playground', 'src/main.ts', ['src/playground/demo.ts']],
    ['a playground that calls the app', 'src/playground/demo.ts', ['src/app.ts']],
    ['settings that look into the store', 'src/config.ts', ['src/store/database-url.ts']],
    ['a layer nobody knows', 'src/services/mailer.ts', ['node:path']],
  ])('would not allow %s', (_, path, imports) => {
    expect(trespasses({ path, imports })).toEqual(imports);
  });

  it('are read from every way to import', () => {
    const code = `
      import a, { type b } from 'one';
      import type { c } from "./two.ts";
      import {
        d,
      } from './three.ts';
      import 'four';
      export * from './five.ts';
      export { e as f } from './six.ts';
      const g = await import('./seven.ts'), h: typeof import('eight') = 1;
      createRequire(import.meta.url).resolve('nine'); require('ten'); import.meta.resolve('eleven');
      import(name); import(\`./\${name}.ts\`);
      // import 'comment';
      /** import 'comment'; */
      export const i = 'https://text'; export default 'text'; say('i.import', 'text'); say('i.export'), say('text');`;
    expect(importsOf(withoutComments(code)).sort()).toEqual([
      ...['(not a literal)', '(not a literal)', './five.ts', './seven.ts', './six.ts', './three.ts', './two.ts'],
      ...['eight', 'eleven', 'four', 'nine', 'one', 'ten'],
    ]);
  });
});

describe('the sink', () => {
  /** What lets something out by itself, without a look at whom it reaches (X2). */
  const OUT: readonly RegExp[] = [
    /\.\s*(chat|views|files)\s*(\?\.|\.|\[)|\[\s*['"](chat|views|files)['"]/,
    /\{[^}]*\b(chat|views|files)\b[^}]*\}\s*=[^=]*\bclient\b/,
    /\bfilesUploadV2\b|\.\s*apiCall\s*\(|\bfiles\.upload/,
    /\brespond\s*\(|\bresponse_url\s*[,)]|\bresponse_action\b|\bresponse_type\b/,
    /\bsay\s*\(\s*\{/,
  ];
  const SINK = 'src/slack/sink/';
  const outside = ({ path, code }: Pick<SourceFile, 'path' | 'code'>): boolean =>
    !path.startsWith(SINK) && OUT.some((pattern) => pattern.test(code));

  it('X2: is the one way out: nothing else posts, opens, updates, publishes, uploads or responds', () => {
    expect(app.filter(outside).map(({ path }) => path)).toEqual([]);
  });

  it('X2: looks at everything that it lets out', () => {
    const ways = app.filter(({ path, code }) => path.startsWith(SINK) && OUT.some((pattern) => pattern.test(code)));
    expect(ways.map(({ path }) => path.slice(SINK.length)).sort()).toEqual([
      ...['acknowledgement.ts', 'file.ts', 'message.ts', 'view.ts'],
    ]);
    for (const { code } of ways) {
      const ends = code.match(/client\s*\.(chat|views)\.|filesUploadV2|\brespond\(|response_action: 'update'/g) ?? [];
      expect(code.match(/\bguard\(/g)?.length).toBe(ends.length);
    }
  });

  it.each([
    ['client.chat.postMessage({})', 'src/slack/home/handlers.ts'],
    ['await sender.client.views.open(view)', 'src/slack/deliver.ts'],
    ['const { chat } = turn.client; await chat.postMessage({})', 'src/chores.ts'],
    ['client.filesUploadV2({})', 'src/slack/export/export.ts'],
    [`client['chat']`, 'src/jobs/access.ts'],
    ["client.apiCall('chat.postMessage', {})", 'src/jobs/access.ts'],
    ['await respond({ text })', 'src/app.ts'],
    ["ack({ response_action: 'update', view })", 'src/slack/respond.ts'],
    ['await say({ text })', 'src/app.ts'],
  ])('X2: would not allow %s in %s', (code, path) => {
    expect(outside({ path, code })).toBe(true);
  });
});

describe('the mail', () => {
  /** What hands something to a mail server. */
  const OUT =
    /\bmailer\s*(\?\.|\.)\s*send\b|\bmailer\s*(\?\.)?\[|\{[^}]*\bsend\b[^}]*\}\s*=[^=]*mailer|\b(sendMail|createTransport)\b/i;
  const outside = ({ path, code }: Pick<SourceFile, 'path' | 'code'>): boolean =>
    !['src/mail/sink.ts', 'src/mail/mailer.ts'].includes(path) && OUT.test(code);

  it('X2: has one way to its server, and that looks at every letter before', () => {
    expect(app.filter(outside).map(({ path }) => path)).toEqual([]);
    const [sink] = app.filter(({ path }) => path === 'src/mail/sink.ts');
    expect(sink?.code.match(/\bmailer\.send\(/g)).toHaveLength(1);
    expect(sink?.code.indexOf('await refuseLeak(')).toBeLessThan(sink?.code.indexOf('mailer.send(') ?? 0);
  });

  it('X2: knows nodemailer in one file', () => {
    const direct = app.filter(({ imports }) => imports.some((target) => target.startsWith('nodemailer')));
    expect(direct.map(({ path }) => path)).toEqual(['src/mail/mailer.ts']);
  });

  it.each([
    ['mailer.send(letter)', 'src/mail/mail-post.ts'],
    ['office.mailer.send(one)', 'src/mail/mail-post.ts'],
    ['void mailer?.send(x)', 'src/main.ts'],
    ['const { send } = office.mailer; await send(letter)', 'src/mail/mail-post.ts'],
    ['transport.sendMail({})', 'src/jobs/mail.ts'],
  ])('X2: would not allow %s in %s', (code, path) => {
    expect(outside({ path, code })).toBe(true);
  });
});

describe('the files', () => {
  it('are named in kebab-case, after one thing each', () => {
    const names = source.flatMap(({ path }) => path.split('/').slice(1));
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.ts|\.mjs)?$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(utils?|helpers?|types?|common|misc)(\.ts)?$/.test(name))).toEqual([]);
  });

  it('have 200 lines at most', () => {
    const long = source.filter(({ text }) => text.split('\n').length > 201);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

type Kind = 'command' | 'action' | 'view' | 'shortcut' | 'options' | 'event';

/** What the app really registers with Bolt, by kind. */
function registered(): Record<Kind, string[]> {
  const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} };
  const kinds: readonly Kind[] = ['command', 'action', 'view', 'shortcut', 'options', 'event'];
  const spies = kinds.map((kind) => [kind, vi.spyOn(App.prototype, kind)] as const);
  createApp({
    ...{ receiver, chores: {} as Chores, botToken: 'xoxb-test', apiUrl: 'https://slack.test/api/', store: {} as Store },
    ...{
      patience: PATIENCE,
      confirmEvery: CONFIRM_EVERY,
      support: { email: null, url: null },
      now: () => new Date(0),
      log: { info() {}, error() {} },
    },
  });
  const calls = spies.map(([kind, spy]) => [kind, spy.mock.calls.map(([id]) => idOf(id)).sort()] as const);
  for (const [, spy] of spies) spy.mockRestore();
  return Object.fromEntries(calls) as Record<Kind, string[]>;
}

/** A pattern is the id and numbers after it; a closed view is told apart from a submitted one. */
function idOf(id: unknown): string {
  if (id instanceof RegExp) return id.source.replaceAll('\\', '').replace(/^\^(.*)\(\.d\+\)\*\$$/, '$1');
  const { type, callback_id: callbackId } = id as { type?: string; callback_id?: string };
  return type === 'view_closed' ? `closed ${callbackId}` : String(id);
}

const listening = (kind: Source['kind']): string[] =>
  LISTENERS.flatMap(({ source: of }) => (of.kind === kind ? [of.id] : [])).sort();

/** The ids in every surface there is, in every state and for every role. */
function rendered() {
  const names = ['buttons', 'submissions', 'closes', 'searches'] as const;
  const ids = Object.fromEntries(names.map((name) => [name, new Set<string>()])) as Record<
    (typeof names)[number],
    Set<string>
  >;
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, action_id: id } = value as { type?: unknown; action_id?: unknown };
    if (typeof id === 'string' && type === 'external_select') ids.searches.add(id);
    // What is rendered anew gets numbers after its id.
    if (typeof id === 'string' && !insideInput.has(value)) ids.buttons.add(id.replace(/(\.\d+)+$/, ''));
    // A choice in a form is submitted with it, and reported at once only if the block says so.
    const { element, dispatch_action } = value as { element?: object; dispatch_action?: boolean };
    if (type === 'input' && element && !dispatch_action) insideInput.add(element);
    for (const part of Object.values(value)) walk(part);
  };
  const insideInput = new WeakSet<object>();
  for (const scene of Object.values(SCENES)) {
    for (const role of ['viewer', 'editor', 'admin'] as const) {
      const account = { ...scene.account, members: [{ userId: 'UANA', role, endsAt: null }] };
      const accounts = [account, ...scene.accounts.slice(1)];
      for (const render of Object.values(SURFACES)) {
        const surface = render({ ...scene, account, accounts }, viewerOf(person('UANA'), account, scene.now));
        if ('notify_on_close' in surface && surface.notify_on_close) ids.closes.add(String(surface.callback_id));
        if ('submit' in surface && surface.submit) ids.submissions.add(String(surface.callback_id));
        walk(surface);
      }
    }
  }
  const sorted = Object.entries(ids).map(([kind, found]) => [kind, [...found].sort()] as const);
  return Object.fromEntries(sorted) as Record<keyof typeof ids, string[]>;
}

describe('the listeners', () => {
  let shown: ReturnType<typeof rendered>;
  let found: ReturnType<typeof registered>;
  beforeAll(() => {
    shown = rendered();
    found = registered();
  });

  it('have a name each', () => {
    const names = LISTENERS.map(({ source: of }) => nameOf(of));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    const ids = LISTENERS.filter(({ source: of }) => of.kind !== 'command').map(({ source: of }) => of.id);
    expect(ids.filter((id) => !/^[a-z-]+\.[a-z-]+$/.test(id))).toEqual([]);
  });

  it('are all registered, and nothing else is', () => {
    expect(found.action).toEqual(listening('action'));
    expect(found.view).toEqual([...listening('close').map((id) => `closed ${id}`), ...listening('submission')].sort());
    expect(found.shortcut).toEqual(listening('shortcut'));
  });

  it('answer every sub-command', () => {
    expect(listening('command')).toEqual([...SUB_COMMANDS].sort());
  });

  it('answer every button that is rendered, and wait for no other', () => {
    expect(shown.buttons).toEqual(listening('action'));
  });

  it('answer every form that is rendered, and wait for no other', () => {
    expect(shown.submissions).toEqual(listening('submission'));
  });

  it('R24: hear of every form that says when it is closed, and of no other', () => {
    expect(shown.closes).toEqual(listening('close'));
  });

  it('find options for every search that is rendered', () => {
    expect(shown.searches).toEqual(found.options);
  });
});

interface Manifest {
  features: { slash_commands: { command: string }[]; shortcuts: { callback_id: string }[] };
  settings: {
    event_subscriptions: { bot_events: string[] };
    interactivity: { is_enabled: boolean; message_menu_options_url?: string };
  };
}

describe('manifest.yml', async () => {
  const { features, settings } = parse(await read('manifest.yml')) as Manifest;
  let found: ReturnType<typeof registered>;
  beforeAll(() => {
    found = registered();
  });

  it('names the commands and the shortcuts that the app answers', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual(found.command);
    expect(features.shortcuts.map((shortcut) => shortcut.callback_id).sort()).toEqual(found.shortcut);
  });

  it('subscribes to the events that the app listens to', () => {
    expect([...settings.event_subscriptions.bot_events].sort()).toEqual(found.event);
  });

  it('lets people click, and search', () => {
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(settings.interactivity.message_menu_options_url).toBeTruthy();
  });
});

describe('the gate', () => {
  /** R15 in words. What opens while an account is locked has to be written here as well as there. */
  const OPEN = [
    ...['command open', 'command edit', 'shortcut contact.open', 'action contact.open', 'submission contact.save'],
    ...['command hours', 'action hours.open', 'action hours.add', 'action hours.remove', 'submission hours.save'],
    ...['action hours.preset', 'action hours.copy', 'action hours.midnight'],
    // What is typed into the forms, and what becomes of it.
    ...['action draft.keep', 'action hours.zone', 'close contact.save', 'close hours.save', 'action draft.discard'],
    ...['action brand.open', 'submission brand.save', 'action brand.mend', 'action advice.keep'],
    ...['action section.ask', 'submission section.send', 'action section.withdraw'],
    // A colleague without access, who fills one section.
    ...['action section.fill', 'submission section.answer'],
    // Users.
    ...['command access', 'action access.users', 'submission access.grant'],
    ...['action access.member', 'submission access.change', 'action access.revoke', 'submission access.take'],
    ...['action access.channel', 'submission access.route', 'action access.propose'],
    ...['action access.ask', 'submission access.request', 'action access.withdraw'],
    ...['action access.approve', 'action access.deny', 'action access.review', 'submission access.decide'],
    ...['action access.recover', 'submission access.takeover'],
    // Support and help.
    ...['command support', 'action support.open', 'action support.link', 'command help', 'action help.open'],
    // About no account yet: another one is set up, or chosen on Home.
    ...['action account.open', 'submission account.create', 'action home.accounts'],
    ...['action account.choose', 'action account.page'],
  ];

  it('R15: opens while locked to the sheet, users, support and help, and to nothing else', () => {
    const open = LISTENERS.filter(({ needs, source: of }) => needs === 'nobody' || OPEN_WHILE_LOCKED.has(nameOf(of)));
    expect(open.map(({ source: of }) => nameOf(of)).sort()).toEqual([...OPEN].sort());
  });

  it('R15: lists only listeners that exist', () => {
    const names = LISTENERS.map(({ source: of }) => nameOf(of));
    expect([...OPEN_WHILE_LOCKED].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('R15: locks the rest, such as sharing and the launch', () => {
    const closed = LISTENERS.filter(
      ({ needs, source: of }) => needs !== 'nobody' && !OPEN_WHILE_LOCKED.has(nameOf(of)),
    );
    expect(closed.map(({ source: of }) => nameOf(of))).toEqual(
      expect.arrayContaining(['command share', 'action launch.open']),
    );
  });
});
