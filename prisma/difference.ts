import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import type { Provider } from '../src/store/database-url.ts';
import { readSchema, startEngine } from '../src/store/engine.ts';
import { NO_FILTERS, readMigrations } from '../src/store/migration.ts';

/**
 * The SQL that leads from the written migrations to the models; null if nothing is missing.
 * @param emptyPostgresql the address of an empty database in which the migrations of PostgreSQL can be played
 * @param change what is to be different in the models
 */
export async function difference(
  provider: Provider,
  emptyPostgresql: string,
  change = (models: string) => models,
): Promise<string | null> {
  const [schema, models] = await readSchema(provider);
  if (!schema || !models) throw new Error('The schema is not there.');
  const files = [schema, { ...models, content: change(models.content) }];
  const migrations = await readMigrations(provider);
  const none = migrations.migrationDirectories.length === 0;
  const from: DiffTarget = none ? { tag: 'empty' } : { tag: 'migrations', ...migrations };
  const shadow = () => (provider === 'sqlite' ? sqliteShadow() : postgresqlShadow(emptyPostgresql));
  const engine = await startEngine(provider, shadow);
  const to: DiffTarget = { tag: 'schemaDatamodel', files };
  const { exitCode, stdout } = await engine.diff({ from, to, script: true, exitCode: true, filters: NO_FILTERS });
  return exitCode === 0 ? null : stdout;
}

/** The engine plays a whole migration as one statement, which the driver does not take. */
async function sqliteShadow(): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaBetterSqlite3({ url: ':memory:' }).connect();
  const executeRaw = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await adapter.executeScript(query.sql);
    return 0;
  };
  return adapter;
}

/** The engine reads PostgreSQL's catalogue, whose types the driver does not all know (prisma/orm issue 27403). */
async function postgresqlShadow(connectionString: string): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg({ connectionString }).connect();
  const pool = adapter.underlyingDriver();
  // The driver would cut the script at every semicolon, those in the body of a function among them.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  const known = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    if (!/\bpg_(?!namespace)/.test(query.sql)) return known(query);
    const { fields, rows } = await pool.query({ text: query.sql, values: query.args, rowMode: 'array' });
    return {
      columnNames: fields.map(({ name }) => name),
      columnTypes: fields.map(({ dataTypeID, name }) => {
        const type = CATALOGUE[dataTypeID];
        if (type === undefined) throw new Error(`Column ${name} has the type ${dataTypeID}, which is new here.`);
        return type;
      }),
      rows: rows as unknown[][],
    };
  };
  return adapter;
}

/** PostgreSQL's own numbers of the types in its catalogue. */
const CATALOGUE: Record<number, (typeof ColumnTypeEnum)[keyof typeof ColumnTypeEnum]> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  19: ColumnTypeEnum.Text,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  25: ColumnTypeEnum.Text,
  26: ColumnTypeEnum.Int64,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
  1043: ColumnTypeEnum.Text,
};
