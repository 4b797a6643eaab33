import { describe, expect, it } from 'vitest';
import type { Level } from '../src/config.ts';
import { boltLogger, newLog } from '../src/log.ts';

const SECRET = 'secret-escalation@harvest.example';

/** A log, and what it wrote, read back. */
function listen(level: Level = 'debug') {
  const written: string[] = [];
  const log = newLog(
    level,
    (line) => written.push(line),
    () => new Date('2026-03-02T12:00:00Z'),
  );
  const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown> & { error: { at: string[] } });
  return { log, written, lines };
}

describe('a line of the log', () => {
  it('is one JSON object: when, how bad, what, and the facts', () => {
    const { log, written } = listen();
    log.info('people.learned', { people: 3 });
    expect(written).toEqual(['{"at":"2026-03-02T12:00:00.000Z","level":"info","event":"people.learned","people":3}']);
  });

  it('stays one line, whatever the facts hold', () => {
    const { log, written } = listen();
    log.info('database', { said: 'one\ntwo\u2028three' });
    expect(written[0]).not.toContain('\n');
    expect(JSON.parse(written[0] ?? '').said).toBe('one\ntwo\u2028three');
  });

  it('keeps its own words when a fact has the same name', () => {
    const { log, lines } = listen();
    log.error('ready', { event: 'other', level: 'info', at: 'never' });
    expect(lines()).toEqual([{ at: '2026-03-02T12:00:00.000Z', level: 'error', event: 'ready' }]);
  });

  it.each<[Level, string[]]>([
    ['debug', ['info', 'error']],
    ['info', ['info', 'error']],
    ['warn', ['error']],
    ['error', ['error']],
  ])('is written at the level %s only if it is at least as bad', (level, expected) => {
    const { log, lines } = listen(level);
    log.info('one');
    log.error('two');
    expect(lines().map((line) => line.level)).toEqual(expected);
  });

  it('R12: tells the name, the code and the place of an error, and never what it says', () => {
    const { log, written, lines } = listen();
    log.error('save.failed', { error: Object.assign(new TypeError(`duplicate ${SECRET}`), { code: 'P2002' }) });
    log.error('save.failed', { error: Object.assign(new Error(SECRET), { data: { error: 'channel_not_found' } }) });
    log.error('save.failed', { error: new Error('outer', { cause: new Error(SECRET) }) });
    log.error('save.failed', { error: new Error(`query failed:\n    at ${SECRET} (line 1)`) });
    log.error('save.failed', { error: `a thrown text: ${SECRET}` });
    log.error('save.failed', { error: { message: SECRET } });
    expect(written.join('\n')).not.toContain(SECRET);
    expect(lines().map(({ error }) => error)).toMatchObject([
      { name: 'TypeError', code: 'P2002' },
      { name: 'Error', code: 'channel_not_found' },
      { name: 'Error', code: null },
      { name: 'Error', code: null },
      { name: 'string', code: null },
      { name: 'object', code: null },
    ]);
    expect(lines()[0]?.error.at[0]).toContain('log.test.ts');
  });
});

describe('what Bolt says', () => {
  it('R12: is never repeated: it may be a payload', () => {
    const { log, written } = listen();
    const logger = boltLogger(log);
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      logger[level](`An unhandled error with ${SECRET}`, new Error(SECRET), { payload: SECRET });
    }
    expect(written).toHaveLength(1);
    expect(written.join()).not.toContain(SECRET);
  });

  it('leaves the place of an error, and Slack’s code if there is one', () => {
    const { log, lines } = listen();
    const logger = boltLogger(log);
    logger.error('An event was not acknowledged');
    logger.error('Failed to retrieve a new WSS URL (error: Error: An API error occurred: missing_scope)');
    logger.error(Object.assign(new RangeError(SECRET), { code: 'slack_bolt_authorization_error' }));
    expect(lines()).toMatchObject([
      { event: 'bolt', level: 'error', error: { name: 'Error', code: null } },
      { event: 'bolt', error: { code: 'missing_scope' } },
      { event: 'bolt', error: { name: 'RangeError', code: 'slack_bolt_authorization_error' } },
    ]);
    expect(lines()[0]?.error.at.join('\n')).toContain('log.test.ts');
  });

  it('leaves a line of each request that is turned away: a wrong signing secret looks like this', () => {
    const { log, lines } = listen();
    const prefix = 'Failed to parse and verify the request data: Failed to verify authenticity: ';
    boltLogger(log).warn(`${prefix}signature mismatch`);
    boltLogger(log).warn(
      `${prefix}x-slack-request-timestamp must differ from system time by no more … or request is stale`,
    );
    expect(lines()).toMatchObject([
      { event: 'request.refused', reason: 'signature' },
      { event: 'request.refused', reason: 'too old' },
    ]);
  });
});
