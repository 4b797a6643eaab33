import type { Playground } from './playground.ts';
import type { JsonObject, MessageView, ModalView, Snapshot, StateValues } from './protocol.ts';
import { objects, placed } from './world/blocks.ts';
import { LAUNCH } from './world/cast.ts';
import { hasState } from './world/element.ts';

/** What a person enters into fields. */
export const text = (value: string): JsonObject => ({ type: 'plain_text_input', value });
export const choices = (...values: string[]): JsonObject => ({ selected_options: values.map((value) => ({ value })) });
export const choice = (value: string): JsonObject => ({ selected_option: { value } });

/** The fields of a form, each with its one element, whatever its id is. */
export const fields = (entered: Record<string, JsonObject>, actionId = 'value'): StateValues =>
  Object.fromEntries(Object.entries(entered).map(([blockId, value]) => [blockId, { [actionId]: value }]));

/** People know fields by their name: a value goes to the element that the field has now. */
function atElements(view: JsonObject, values: StateValues): StateValues {
  const ids = placed(objects(view.blocks)).filter(({ element }) => hasState(element));
  const entries = Object.entries(values).map(([blockId, actions]) => {
    const own = ids.filter(({ block }) => block.block_id === blockId).map(({ element }) => String(element.action_id));
    const [only] = own.length === 1 ? own : [];
    const [value] = Object.values(actions);
    return [blockId, only && value ? { [only]: value } : actions] as const;
  });
  return Object.fromEntries(entries);
}

/** Milliseconds that a person waits for the app, on a busy machine too. */
export const PATIENCE = 20_000;

export interface Visitor {
  sees(): Snapshot;
  command(text?: string, channel?: string): Promise<void>;
  /** The modal on top, as soon as it is this one. */
  modal(callbackId: string, where?: (modal: ModalView) => boolean): Promise<ModalView>;
  /** Types and chooses; the app hears of it where a field says so. */
  type(values: StateValues): Promise<void>;
  /** Closes the modal on top without submitting it. */
  close(): Promise<void>;
  submit(values?: StateValues): Promise<void>;
  /** @param blockId where there are several of the same. @param value what is chosen, where that is more than a press. */
  press(actionId: string, blockId?: string, value?: JsonObject): Promise<void>;
  pressAtHome(actionId: string): Promise<void>;
  /** The newest message that says all this, wherever the person can read it. */
  message(...saying: string[]): Promise<MessageView>;
  /** Presses a button in the newest message that says this. */
  pressIn(saying: string, actionId: string): Promise<void>;
  openHome(where: (view: JsonObject) => boolean): Promise<JsonObject>;
  /** Searches in an external select and gives back what it offers. */
  search(actionId: string, query: string): Promise<JsonObject[]>;
}

/** One person who uses the app through the playground, by what is before their eyes. */
export function visitor(playground: Playground, userId: string): Visitor {
  const sees = () => playground.snapshot(userId);
  const top = (): ModalView => {
    const modal = sees().modals.at(-1);
    if (!modal) throw new Error('there is no modal');
    return modal;
  };
  const send = async (intent: Parameters<Playground['send']>[1]) => {
    const answer = await playground.send(userId, intent);
    if (!answer.ok) throw new Error(answer.error);
    return answer;
  };
  const find = (view: JsonObject | undefined, actionId: string, blockId?: string) => {
    const all = placed(objects(view?.blocks)).filter(({ element }) => element.action_id === actionId);
    const found = all.find(({ block }) => blockId === undefined || block.block_id === blockId);
    if (!found) throw new Error(`there is no ${actionId} in ${view?.callback_id}`);
    return { blockId: String(found.block.block_id), actionId };
  };
  const onTop = (actionId: string, blockId?: string) => {
    const { id, view } = top();
    return { container: { kind: 'modal', viewId: id } as const, ...find(view, actionId, blockId) };
  };
  const message = (...saying: string[]): Promise<MessageView> =>
    playground.until(
      userId,
      ({ messages }) =>
        Object.values(messages)
          .flat()
          .toSorted((one, other) => Number(other.ts) - Number(one.ts))
          .find((one) => {
            const said = JSON.stringify([one.text, one.blocks]);
            return saying.every((words) => said.includes(words));
          }),
      PATIENCE,
    );
  return {
    sees,
    command: async (words = '', channel = LAUNCH) =>
      void (await send({ type: 'send', channel, text: `/contacts ${words}` })),
    modal: (callbackId, where = () => true) =>
      playground.until(
        userId,
        ({ modals }) => {
          const modal = modals.at(-1);
          return modal?.view.callback_id === callbackId && where(modal) && modal;
        },
        PATIENCE,
      ),
    type: async (values) => {
      const { id, view } = top();
      const container = { kind: 'modal', viewId: id } as const;
      const entered = atElements(view, values);
      for (const { block, element } of placed(objects(view.blocks))) {
        const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
        const value = entered[blockId]?.[actionId];
        if (!value) continue;
        if (block.dispatch_action === true) await send({ type: 'act', container, blockId, actionId, value });
        else await send({ type: 'type', container, values: { [blockId]: { [actionId]: value } } });
      }
    },
    close: async () => void (await send({ type: 'close', viewId: top().id })),
    submit: async (values = {}) => {
      const { id, view } = top();
      await send({ type: 'submit', viewId: id, values: atElements(view, values) });
    },
    press: async (actionId, blockId, value = {}) =>
      void (await send({ type: 'act', ...onTop(actionId, blockId), value })),
    pressAtHome: async (actionId) => {
      const at = find(sees().home?.view, actionId);
      await send({ type: 'act', container: { kind: 'home' }, ...at, value: {} });
    },
    message,
    pressIn: async (saying, actionId) => {
      const { channel, ts, blocks } = await message(saying);
      const at = find({ blocks, callback_id: saying }, actionId);
      await send({ type: 'act', container: { kind: 'message', channel, ts }, ...at, value: {} });
    },
    openHome: async (where) => {
      await send({ type: 'open-home' });
      return playground.until(userId, ({ home }) => home && where(home.view) && home.view, PATIENCE);
    },
    search: async (actionId, query) => {
      const answer = await send({ type: 'suggest', ...onTop(actionId), query });
      return answer.options ?? [];
    },
  };
}
