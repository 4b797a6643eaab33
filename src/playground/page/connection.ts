import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Intent, IntentAnswer, Snapshot } from '../protocol.ts';

export interface Connection {
  snapshot: Snapshot | null;
  /** False while the playground itself does not answer. */
  online: boolean;
  send(intent: Intent): Promise<IntentAnswer>;
}

/** The state as this person sees it, whole with every change, and the way back for what they do. */
export function useConnection(as: string | null): Connection {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const [online, setOnline] = useState(true);

  useEffect(() => {
    let source: EventSource | null = null;
    const listen = () => {
      source?.close();
      source = null;
      // Browsers keep six connections to a server: windows that nobody sees leave theirs to the others.
      if (document.hidden) return;
      source = new EventSource(`/playground/state?${new URLSearchParams(as ? { as } : {})}`);
      source.onmessage = ({ data }) => setSnapshot(JSON.parse(data));
      source.onopen = () => setOnline(true);
      source.onerror = () => setOnline(false);
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      source?.close();
    };
  }, [as]);

  const me = snapshot?.me.id ?? '';
  const send = useCallback((intent: Intent) => post(me, intent), [me]);
  return { snapshot, online, send };
}

async function post(as: string, intent: Intent): Promise<IntentAnswer> {
  try {
    const answer = await fetch('/playground/intents', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, intent }),
    });
    return await answer.json();
  } catch {
    return { ok: false, error: 'unreachable' };
  }
}
