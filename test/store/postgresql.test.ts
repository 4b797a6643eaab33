import { describe, expect, inject, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/store-error.ts';

const SECRET = 's3cr3t w0rd';

describe('a PostgreSQL that cannot be used ends the start with what to do, and without the password', () => {
  const server = () => new URL(inject('postgres'));
  const at = (change: (url: URL) => void) => {
    const url = server();
    url.pathname = '/postgres';
    url.password = encodeURIComponent(SECRET);
    change(url);
    return url.href;
  };

  test.each([
    ['the password is wrong', () => {}, /refuses the user or the password of DATABASE_URL. Correct them\./],
    [
      'there is no such database',
      (url: URL) => {
        url.password = server().password;
        url.pathname = '/nowhere';
      },
      /has no database 127\.0\.0\.1:\d+\/nowhere\. Create it, or correct DATABASE_URL\./,
    ],
    [
      'nobody listens',
      (url: URL) => {
        url.port = '1';
      },
      /at 127\.0\.0\.1:1\/postgres cannot be reached\. Start it, or correct DATABASE_URL\./,
    ],
    [
      'there is no such host',
      (url: URL) => {
        url.hostname = 'nowhere.invalid';
      },
      /at nowhere\.invalid:\d+\/postgres cannot be reached\. Start it, or correct DATABASE_URL\./,
    ],
    [
      'it does not speak TLS',
      (url: URL) => {
        url.search = '?sslmode=verify-full';
      },
      /does not agree on TLS\. Correct sslmode in DATABASE_URL/,
    ],
  ])('%s', { timeout: 15_000 }, async (_, change, advice) => {
    const opening = openStore(at(change));
    await expect(opening).rejects.toBeInstanceOf(StoreError);
    await expect(opening).rejects.toThrow(advice);
    await expect(opening).rejects.not.toThrow(SECRET);
    await expect(opening).rejects.not.toThrow(encodeURIComponent(SECRET));
  });
});
