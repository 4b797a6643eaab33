import { schedule } from 'node-cron';

/**
 * Wakes the app every minute, and once at the start. A tick means nothing but that: what is due is found in the
 * database, so a tick that is late, lost or doubled changes nothing. @returns a way to stop, which waits for a tick under way
 */
export function startTicker(tick: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | null = null;
  const run = (): void => {
    // One at a time: a slow tick finds later what became due meanwhile.
    running ??= tick()
      .catch(failed)
      .finally(() => {
        running = null;
      });
  };
  // A minute that is lost comes again, and is nothing that an operator should read of on the console.
  const task = schedule('* * * * *', run, { timezone: 'UTC', suppressMissedWarning: true });
  run();
  return async () => {
    await task.destroy();
    await running;
  };
}
