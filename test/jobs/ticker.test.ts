import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTicker } from '../../src/jobs/ticker.ts';

const MINUTE = 60_000;

/** A tick that ends when the test says so. */
function held() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const tick = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        ends.push({ resolve, reject });
      }),
  );
  const end = async () => {
    ends.shift()?.resolve();
    await settle();
  };
  return { tick, end };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * MINUTE);

describe('the ticker', () => {
  const failed = vi.fn<(error: unknown) => void>();
  let stop: () => Promise<void> = async () => {};
  const said = ['debug', 'info', 'log', 'warn', 'error'] as const;

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-03-02T12:00:30Z') });
    failed.mockReset();
    for (const way of said) vi.spyOn(console, way).mockImplementation(() => {});
  });
  afterEach(async () => {
    await stop();
    // The log is made of the app's own lines, and of nothing that a library says.
    for (const way of said) expect(console[way]).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('ticks at the start, and then once in every minute, at its beginning', async () => {
    const at: string[] = [];
    stop = startTicker(async () => {
      at.push(new Date().toISOString().slice(11, 19));
    }, failed);
    await settle();
    expect(at).toEqual(['12:00:30']);
    await minutes(3);
    expect(at).toEqual(['12:00:30', '12:01:00', '12:02:00', '12:03:00']);
    await minutes(57);
    expect(at).toHaveLength(61);
    expect(failed).not.toHaveBeenCalled();
  });

  it('goes on over midnight, the end of the month and a change of clocks', async () => {
    vi.setSystemTime(new Date('2026-03-28T23:58:30Z'));
    const tick = vi.fn(async () => {});
    stop = startTicker(tick, failed);
    await minutes(4 * 24 * 60);
    expect(tick).toHaveBeenCalledTimes(1 + 4 * 24 * 60);
  });

  it('never does two at once: a slow tick has the next ones wait for the minute after it', async () => {
    const { tick, end } = held();
    stop = startTicker(tick, failed);
    await minutes(5);
    expect(tick).toHaveBeenCalledTimes(1);
    await end();
    expect(tick).toHaveBeenCalledTimes(1);
    await minutes(1);
    expect(tick).toHaveBeenCalledTimes(2);
    await minutes(3);
    expect(tick).toHaveBeenCalledTimes(2);
    await end();
    await minutes(1);
    expect(tick).toHaveBeenCalledTimes(3);
    await end();
  });

  it('goes on after minutes in which the machine slept', async () => {
    const tick = vi.fn(async () => {});
    stop = startTicker(tick, failed);
    await minutes(1);
    vi.setSystemTime(new Date(Date.now() + 90 * MINUTE + 20_000));
    await minutes(3);
    expect(tick.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(tick.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it('reports a tick that fails, and ticks again', async () => {
    const fault = new Error('the database is away');
    const tick = vi.fn(async () => {
      if (tick.mock.calls.length !== 3) throw fault;
    });
    stop = startTicker(tick, failed);
    await minutes(4);
    expect(tick).toHaveBeenCalledTimes(5);
    expect(failed.mock.calls).toEqual([[fault], [fault], [fault], [fault]]);
  });

  it('stops: there is no tick any more', async () => {
    const tick = vi.fn(async () => {});
    stop = startTicker(tick, failed);
    await minutes(2);
    await stop();
    await minutes(10);
    expect(tick).toHaveBeenCalledTimes(3);
    expect(vi.getTimerCount()).toBe(0);
    await stop();
  });

  it.each([
    ['the one at the start', 0, 1],
    ['one of a minute', 1, 2],
  ])('stops only when the tick under way is done: %s', async (_, before, calls) => {
    const { tick, end } = held();
    const ticker = startTicker(tick, failed);
    for (let minute = 0; minute < before; minute += 1) {
      await end();
      await minutes(1);
    }
    expect(tick).toHaveBeenCalledTimes(calls);
    const stopped = vi.fn();
    const stopping = ticker().then(stopped);
    await minutes(3);
    expect(stopped).not.toHaveBeenCalled();
    await end();
    await stopping;
    expect(stopped).toHaveBeenCalled();
    await minutes(3);
    expect(tick).toHaveBeenCalledTimes(calls);
  });

  it('stops also when the tick under way fails, and reports it', async () => {
    const fault = new Error('cut off');
    let fail = () => {};
    const ticker = startTicker(
      () =>
        new Promise<void>((_, reject) => {
          fail = () => reject(fault);
        }),
      failed,
    );
    const stopping = ticker();
    fail();
    await stopping;
    expect(failed).toHaveBeenCalledExactlyOnceWith(fault);
  });
});
