import type { Account } from '../../src/domain/account.ts';
import { boltLogger, newLog } from '../../src/log.ts';
import { metadataOf } from '../../src/slack/surface.ts';
import type { Viewer } from '../../src/slack/viewer.ts';
import { OUTSIDE_OUTLETS } from './outlets-outside.ts';
import { type Scene, SURFACES } from './surfaces.ts';

/**
 * Everything by which something can leave, by name: what it gives is held to R12 with every sheet that there can be. A
 * feature that renders in another form than a surface, such as a mail or a file, adds a line here.
 * @returns what leaves, or throws an AudienceError because a third party may not have it
 */
export type Outlet = (scene: Scene, viewer: Viewer) => unknown;

const surfaces = Object.entries(SURFACES).map(([id, render]): [string, Outlet] => [`surface ${id}`, render]);

/** What is thrown where something goes wrong: it may quote all that it was given, as a database's errors do. */
function faults(account: Account): unknown[] {
  const quoted = JSON.stringify(account.sheet);
  return [
    new Error(`Unique constraint failed: ${quoted}\n    at ${quoted} (x.ts:1:1)`),
    Object.assign(new Error(quoted), { name: quoted, code: quoted }),
    Object.assign(new Error('An API error occurred'), {
      data: { error: quoted, response_metadata: { messages: [quoted] } },
    }),
    Object.assign(new Error('wrapped', { cause: new Error(quoted) }), { original: { body: quoted } }),
    { message: quoted, stack: quoted, name: quoted },
    quoted,
    account,
  ];
}

/** What an operator reads at the level that says most. */
function logged(write: (log: ReturnType<typeof newLog>) => void): string[] {
  const lines: string[] = [];
  write(newLog('debug', (line) => lines.push(line)));
  return lines;
}

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

export const OUTLETS: Record<string, Outlet> = {
  ...Object.fromEntries(surfaces),
  ...OUTSIDE_OUTLETS,

  'the metadata of a view': ({ account }) =>
    metadataOf(account, { revision: account.revision, form: { revision: 1, fields: {} }, user: 'UANA' }),

  'the log, of faults': ({ account }) =>
    logged((log) => {
      for (const error of faults(account)) {
        log.error('answer.failed', { reference: 'K7Q2MX', error });
        log.info('people.not-learned', { error });
      }
    }),

  'the log, of what Bolt says': ({ account }) =>
    logged((log) => {
      for (const said of faults(account)) for (const level of LEVELS) boltLogger(log)[level](said as string, said);
    }),
};
