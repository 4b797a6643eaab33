import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Provider } from './database-url.ts';

export type Connect = () => Promise<SqlDriverAdapter>;

/** The models, and a folder for each database. */
export const PRISMA = new URL('../../prisma/', import.meta.url);

export async function readSchema(provider: Provider): Promise<SchemaContainer[]> {
  const schema = await readFile(new URL(`${provider}/schema.prisma`, PRISMA), 'utf8');
  const models = await readFile(new URL('models.prisma', PRISMA), 'utf8');
  return [
    { path: 'schema.prisma', content: schema },
    { path: 'models.prisma', content: models },
  ];
}

type Engine = typeof import('@prisma/schema-engine-wasm');
let loaded: Promise<Engine> | undefined;

/** Prisma's own schema engine in its WebAssembly build. */
export async function startEngine(provider: Provider, connect: Connect): Promise<SchemaEngine> {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  const files = await readSchema(provider);
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: provider === 'sqlite' ? 'sqlite' : 'postgres',
    adapterName: provider === 'sqlite' ? '@prisma/adapter-better-sqlite3' : '@prisma/adapter-pg',
    connect,
    connectToShadowDb: connect,
  });
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  return SchemaEngine.new({ datamodels }, () => {}, factory);
}

// The engine's ten seconds for the lock go on when it has the lock; nobody shall wait for them before the process ends.
const later = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds >>> 0).unref();

/** What is needed of it; the types of Node do not declare it without those of a browser. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start?: () => void } } }>;
};

/** The package's own entry needs a bundler to load WebAssembly. */
async function load(): Promise<Engine> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'));
  const imports = Object.entries(glue).map(([name, value]) =>
    name.startsWith('__wbg_setTimeout_') ? [name, later] : [name, value],
  );
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': Object.fromEntries(imports) });
  const { __wbg_set_wasm } = glue as unknown as { __wbg_set_wasm: (exports: object) => void };
  __wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue;
}
