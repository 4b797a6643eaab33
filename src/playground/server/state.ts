import type { World } from '../world/world.ts';

const KEEP_ALIVE = 20_000;

/**
 * The state as server-sent events: all of it at once, and all of it again after every change. Changes that come together
 * are sent together.
 */
export function stateStream(world: World, snapshot: () => unknown, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let leave = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let due = false;
      const write = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          leave();
        }
      };
      const tell = () => {
        due = false;
        write(`data: ${JSON.stringify(snapshot())}\n\n`);
      };
      const stop = world.onChange(() => {
        if (due) return;
        due = true;
        setImmediate(tell);
      });
      const alive = setInterval(() => write(': still here\n\n'), KEEP_ALIVE);
      alive.unref();
      leave = () => {
        stop();
        clearInterval(alive);
        signal.removeEventListener('abort', leave);
      };
      signal.addEventListener('abort', leave);
      tell();
    },
    cancel: () => leave(),
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' },
  });
}
