import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDatabaseUrl } from '../../src/store/database-url.ts';
import { StoreError } from '../../src/store/store-error.ts';

const SECRET = 's3cr3t-w0rd';

describe('DATABASE_URL names a SQLite file', () => {
  test.each([
    ['file:./data/callsheet.sqlite', resolve('data/callsheet.sqlite')],
    ['file:callsheet.sqlite', resolve('callsheet.sqlite')],
    ['file:../callsheet.sqlite', resolve('..', 'callsheet.sqlite')],
    ['file:/var/lib/callsheet.sqlite', '/var/lib/callsheet.sqlite'],
    ['file:///var/lib/callsheet.sqlite', '/var/lib/callsheet.sqlite'],
    ['file:///var/my%20data/callsheet.sqlite', '/var/my data/callsheet.sqlite'],
    ['file:/var/my data/callsheet.sqlite', '/var/my data/callsheet.sqlite'],
    ['file:/var/100%/callsheet.sqlite', '/var/100%/callsheet.sqlite'],
    ['  file:/var/lib/callsheet.sqlite\n', '/var/lib/callsheet.sqlite'],
    ['file:/var/lib/callsheet.sqlite?connection_limit=1', '/var/lib/callsheet.sqlite'],
  ])('%j', (given, file) => {
    expect(readDatabaseUrl(given)).toEqual({ provider: 'sqlite', file });
  });
});

describe('DATABASE_URL names a PostgreSQL database', () => {
  const at = 'postgres://app:s3cr3t@db.example:5432/callsheet';
  test.each([
    [at, at, 'db.example:5432/callsheet', 's3cr3t'],
    [` ${at}\n`, at, 'db.example:5432/callsheet', 's3cr3t'],
    ['postgresql://app@db.example/callsheet', 'postgresql://app@db.example/callsheet', 'db.example/callsheet', ''],
    ['postgres:///callsheet', 'postgres:///callsheet', 'localhost/callsheet', ''],
    ['postgres://a:p%40%2F%3A@[::1]:5432/c', 'postgres://a:p%40%2F%3A@[::1]:5432/c', '[::1]:5432/c', 'p@/:'],
    [`${at}?sslmode=require`, `${at}?sslmode=require`, 'db.example:5432/callsheet', 's3cr3t'],
    [`${at}?schema=public&sslmode=require`, `${at}?sslmode=require`, 'db.example:5432/callsheet', 's3cr3t'],
  ])('%j', (given, url, place, password) => {
    expect(readDatabaseUrl(given)).toEqual({ provider: 'postgresql', url, place, password });
  });
});

describe('DATABASE_URL that will not do is refused with what to write instead, and without the password', () => {
  test.each([
    ['', 'is empty'],
    [' \n', 'is empty'],
    ['file:', 'names no file'],
    ['file::memory:', 'names no file'],
    ['file:?mode=memory', 'names no file'],
    [`file://app:${SECRET}@host/callsheet.sqlite`, 'names no file of this computer'],
    ['file:///%E0%A4%A', 'names no file of this computer'],
    ['callsheet.sqlite', 'unknown database'],
    [`mysql://app:${SECRET}@db.example/callsheet`, 'unknown database'],
    [`Postgres//app:${SECRET}@db.example/callsheet`, 'unknown database'],
    [`"postgres://app:${SECRET}@db.example/callsheet"`, 'unknown database'],
    [`postgres://app:${SECRET}@db.example`, 'names no database'],
    [`postgres://app:${SECRET}@db.example/`, 'names no database'],
    [`postgres://app:${SECRET}@db.example/one/two`, 'names no database'],
    [`postgres://app:12/${SECRET}@db.example`, 'names no database'],
    [`postgres://app:12/${SECRET}@db.example:5432/callsheet`, 'names no database'],
    [`postgres://app:${SECRET}@db.example/callsheet?schema=mine`, 'names a schema'],
    [`postgres://app:${SECRET}@db.example:port/callsheet`, 'cannot be read'],
    [`postgres://app:${SECRET}%@db.example/callsheet`, 'cannot be read'],
    [`postgres://app:${SECRET}/#@db.example/callsheet`, 'cannot be read'],
    [`postgres://app:${SECRET}@/callsheet`, 'cannot be read'],
  ])('%j', (given, problem) => {
    const read = () => readDatabaseUrl(given);
    expect(read).toThrow(StoreError);
    expect(read).toThrow(problem);
    expect(read).toThrow(/postgres:\/\/user:password@host|database of its own/);
    expect(read).not.toThrow(SECRET);
  });
});
