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
  const current = useRef({ push: () => {} });
  current.current.push = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    void settle(send({ type: 'type', container, values: values() }));
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
      if (container.kind === 'message') return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => current.current.push(), PAUSE);
    },
    act(blockId, element, value) {
      clearTimeout(timer.current);
      timer.current = undefined;
      if (hasState(element)) keep(blockId, element, value);
      const { action_id: actionId } = element;
      return settle(send({ type: 'act', container, blockId, actionId, value, values: values() }));
    },
    submit(viewId) {
      clearTimeout(timer.current);
      timer.current = undefined;
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
      if (timer.current) current.current.push();
    },
    [],
  );

  return html`<${SurfaceContext.Provider} value=${surface}>${children(surface)}<//>`;
}

const hasState = ({ type }: ElementLike): boolean => isStateful(type);

/** Marks the element in the page, so that a draft knows whether it has the focus. */
export const elementKey = keyOf;
