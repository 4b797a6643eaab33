import { createContext } from 'preact';
import { useContext, useEffect, useReducer, useRef } from 'preact/hooks';
import type { Container, ElementValue, IntentAnswer, JsonObject, StateValues } from '../../protocol.ts';
import { initialValue, isStateful, statefulElements } from '../element/value.ts';
import { type Children, html } from '../html.ts';
import { useWorld } from '../world.ts';

/** Where elements live: what they hold, and how they tell the server. */
export interface Surface {
  container: Container;
  valueOf(blockId: string, element: ElementLike): ElementValue;
  /** Keeps what was put in. */
  change(blockId: string, element: ElementLike, value: ElementValue): void;
  /** The same, and tells the app as soon as the person pauses. */
  report(blockId: string, element: ElementLike, value: ElementValue): void;
  /** Sends what is still waiting for a pause. */
  flush(): Promise<unknown>;
  /** Tells the app as well. */
  act(blockId: string, element: ElementLike, value: ElementValue): Promise<IntentAnswer>;
  suggest(blockId: string, actionId: string, query: string): Promise<IntentAnswer>;
  /** Sends a form with everything in it as the person sees it. */
  submit(viewId: string): Promise<IntentAnswer>;
}

export interface ElementLike {
  type: string;
  action_id: string;
}

const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('there is no surface around this element');
  return surface;
}

interface Draft {
  value: ElementValue;
  /** Whether the server has answered that it keeps it. */
  settled: boolean;
}

interface SurfaceProps {
  container: Container;
  blocks: JsonObject[];
  /** What the server keeps; null where it keeps nothing, as for messages. */
  kept: StateValues | null;
  children: (surface: Surface) => Children;
}

const PAUSE = 250;
const keyOf = (blockId: string, actionId: string) => `${blockId}\n${actionId}`;

/**
 * The server owns what was typed; the page only runs ahead of it. A draft wins over the server's value while it is on
 * its way or has the focus, so that a snapshot never takes a letter away from under the caret.
 */
export function SurfaceProvider({ container, blocks, kept, children }: SurfaceProps) {
  const { send } = useWorld();
  const drafts = useRef(new Map<string, Draft>()).current;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  const seen = (blockId: string, element: ElementLike): ElementValue =>
    drafts.get(keyOf(blockId, element.action_id))?.value ??
    kept?.[blockId]?.[element.action_id] ??
    initialValue(element);

  const values = (): StateValues => {
    const all: StateValues = {};
    for (const [blockId, element] of statefulElements(blocks)) {
      all[blockId] = { ...all[blockId], [element.action_id]: seen(blockId, element) };
    }
    return all;
  };

  const settle = async (answer: Promise<IntentAnswer>) => {
    const sent = [...drafts];
    const result = await answer;
    for (const [key, draft] of sent) if (drafts.get(key) === draft) draft.settled = true;
    return result;
  };
  /** What is typed into a field that the app wants to hear of at once: the latest of it. */
  const reported = useRef<{ blockId: string; element: ElementLike } | null>(null);
  const current = useRef({ push: (): Promise<unknown> => Promise.resolve() });
  current.current.push = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const typed = reported.current;
    reported.current = null;
    if (!typed) return settle(send({ type: 'type', container, values: values() }));
    const { blockId, element } = typed;
    const own = { blockId, actionId: element.action_id, value: seen(blockId, element) };
    return settle(send({ type: 'act', container, ...own, values: values() }));
  };
  const pause = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => current.current.push(), PAUSE);
  };
  const forget = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    reported.current = null;
  };

  const keep = (blockId: string, element: ElementLike, value: ElementValue) => {
    drafts.set(keyOf(blockId, element.action_id), { value, settled: false });
    redraw(0);
  };
  const surface: Surface = {
    container,
    valueOf: seen,
    change(blockId, element, value) {
      keep(blockId, element, value);
      if (container.kind !== 'message') pause();
    },
    report(blockId, element, value) {
      // Another field was typed into: it is told first, so that the app hears of each.
      const before = reported.current;
      if (before && (before.blockId !== blockId || before.element.action_id !== element.action_id)) {
        void current.current.push();
      }
      keep(blockId, element, value);
      reported.current = { blockId, element };
      pause();
    },
    flush: () => (timer.current ? current.current.push() : Promise.resolve()),
    act(blockId, element, value) {
      forget();
      if (hasState(element)) keep(blockId, element, value);
      const { action_id: actionId } = element;
      return settle(send({ type: 'act', container, blockId, actionId, value, values: values() }));
    },
    submit(viewId) {
      forget();
      return settle(send({ type: 'submit', viewId, values: values() }));
    },
    suggest: (blockId, actionId, query) => send({ type: 'suggest', container, blockId, actionId, query }),
  };

  useEffect(() => {
    if (!kept) return;
    const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-element]');
    for (const [key, draft] of drafts) {
      if (draft.settled && focused?.dataset.element !== key) drafts.delete(key);
    }
  }, [kept]);
  useEffect(
    () => () => {
      if (timer.current) void current.current.push();
    },
    [],
  );

  return html`<${SurfaceContext.Provider} value=${surface}>${children(surface)}<//>`;
}

const hasState = ({ type }: ElementLike): boolean => isStateful(type);

/** Marks the element in the page, so that a draft knows whether it has the focus. */
export const elementKey = keyOf;
