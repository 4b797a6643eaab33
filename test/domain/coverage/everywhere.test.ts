import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const DIGEST = fileURLToPath(new URL('digest.ts', import.meta.url));

/** What a process in a zone and at a date prints: how far it is from UTC then, and a digest of its answers. */
async function digest(zone: string, today: string): Promise<string[]> {
  const { stdout } = await run(process.execPath, [DIGEST, today], { env: { ...process.env, TZ: zone } });
  return stdout.split(' ');
}

describe('coverage', () => {
  it('C1: is the same wherever the app runs, and in January and July', { timeout: 300_000 }, async () => {
    const answers = new Set<string>();
    const places: [string, string, string][] = [
      ['UTC', '2026-01-15', '0'],
      ['UTC', '2026-07-15', '0'],
      ['America/New_York', '2026-01-15', '300'],
      ['America/New_York', '2026-07-15', '240'],
      ['Australia/Lord_Howe', '2026-01-15', '-660'],
      ['Australia/Lord_Howe', '2026-07-15', '-630'],
    ];
    for (const [zone, today, behind] of places) {
      const [offset, answer = ''] = await digest(zone, today);
      // The process really was there, and then.
      expect([zone, today, offset]).toEqual([zone, today, behind]);
      answers.add(answer);
    }
    expect([...answers]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
});
