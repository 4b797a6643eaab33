import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailboxesIn, mentionsIn } from '../../src/domain/leak.ts';
import { address } from './arbitrary.ts';
import { PLACES, WRITTEN } from './written.ts';

const SECRET = 'secret-escalation@harvest.example';
describe('R12: the addresses that a payload mentions', () => {
  it.each(Object.entries(WRITTEN))('are found %s', (_, write) => {
    expect([...mailboxesIn({ text: write(SECRET) })]).toContain(SECRET);
  });

  it.each(Object.entries(PLACES))('are found in %s', (_, put) => {
    expect([...mailboxesIn(put(SECRET))]).toContain(SECRET);
  });

  it('are found wherever and however they are written, whatever they are', () => {
    const written = fc.constantFrom(...Object.values(WRITTEN));
    const place = fc.constantFrom(...Object.values(PLACES));
    fc.assert(
      fc.property(address(), written, place, (one, write, put) => {
        expect([...mailboxesIn(put(write(one)))]).toContain(one.toLowerCase());
      }),
      { numRuns: 2000 },
    );
  });

  it('are the ones that are there, and no others that could be somebody’s', () => {
    expect([...mailboxesIn('Call ops@b.com.br, help@b.com or @channel; me@localhost is none.')]).toEqual([
      ...['ops@b.com.br', 'help@b.com'],
    ]);
    expect([...mailboxesIn({ text: 'Requests wait for an admin & you', blocks: [null, 1, true, undefined] })]).toEqual(
      [],
    );
  });

  it('are found in a value that holds itself', () => {
    const circle: Record<string, unknown> = { text: SECRET };
    circle.self = [circle];
    expect([...mailboxesIn(circle)]).toEqual([SECRET]);
  });
});

describe('R12: the people whom a payload mentions', () => {
  it('are found in mentions, selections and values', () => {
    const payload = { text: 'Ask <@UANA>.', initial_users: ['U0123'], value: 'WORG' };
    expect([...mentionsIn(payload)].sort()).toEqual(['U0123', 'UANA', 'WORG']);
  });
});
