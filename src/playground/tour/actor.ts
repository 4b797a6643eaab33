import { outline } from '../outline.ts';
import type { Playground } from '../playground.ts';
import type { JsonObject, MessageView, ModalView } from '../protocol.ts';
import { fields, type Visitor, visitor } from '../visitor.ts';

/** Where the tour writes what people do and see. */
export type Print = (line: string) => void;

/** A person of the story: whatever they do and see is printed, and a step that does not hold is an error. */
export interface Actor extends Pick<Visitor, 'press' | 'pressAtHome' | 'search' | 'sees' | 'type' | 'close'> {
  name: string;
  types(text: string, channel?: string): Promise<void>;
  /** Fills fields by their name and submits. */
  submits(entered?: Record<string, JsonObject>, actionId?: string): Promise<void>;
  seesModal(callbackId: string, ...said: string[]): Promise<ModalView>;
  seesErrorAt(field: string, said: string): Promise<void>;
  seesMessage(said: string, ...more: string[]): Promise<MessageView>;
  pressesIn(said: string, actionId: string): Promise<void>;
  seesHome(...said: string[]): Promise<void>;
}

/** Lines that stand under everything and would only be in the way. */
const FURNITURE = /support\.|\[(Contact support|How to get help|Falar com o suporte|Como obter ajuda)\]$/;

export function actor(playground: Playground, print: Print, { userId, name }: { userId: string; name: string }): Actor {
  const person = visitor(playground, userId);
  const names = (text: string): string => {
    const { people, former, channels } = person.sees();
    const known = (id: string, kind: '@' | '#') =>
      kind === '@'
        ? (people.find((one) => one.id === id)?.name ?? former[id])
        : channels.find((one) => one.id === id)?.name;
    return text.replace(/<([@#])(\w+)>/g, (whole, kind: '@' | '#', id: string) => `${kind}${known(id, kind) ?? whole}`);
  };
  const show = (what: string, surface: JsonObject) => {
    print(`${name} sees ${what}:`);
    for (const line of outline(surface)) if (!FURNITURE.test(line)) print(`    ${names(line)}`);
  };
  const holds = (surface: unknown, said: readonly string[]) => {
    const text = JSON.stringify(surface);
    for (const one of said) if (!text.includes(one)) throw new Error(`${name} does not see “${one}”`);
  };
  return {
    name,
    sees: person.sees,
    search: person.search,
    async type(values) {
      print(`${name} types into ${Object.keys(values).join(', ')}`);
      await person.type(values);
    },
    async close() {
      print(`${name} closes the modal`);
      await person.close();
    },
    async types(text, channel) {
      print(`${name} types /contacts ${text}`.trimEnd());
      await person.command(text, channel);
    },
    async press(actionId, blockId) {
      print(`${name} presses ${actionId}`);
      await person.press(actionId, blockId);
    },
    async pressAtHome(actionId) {
      print(`${name} presses ${actionId} at Home`);
      await person.pressAtHome(actionId);
    },
    async submits(entered = {}, actionId) {
      print(`${name} fills in ${Object.keys(entered).join(', ') || 'nothing'} and submits`);
      await person.submit(fields(entered, actionId));
    },
    async seesModal(callbackId, ...said) {
      const has = ({ view, busy }: ModalView) => !busy && said.every((one) => JSON.stringify(view).includes(one));
      const modal = await person.modal(callbackId, has).catch((error) => {
        holds(person.sees().modals.at(-1)?.view, said);
        throw error;
      });
      show(`the modal “${callbackId}”`, modal.view);
      return modal;
    },
    async seesErrorAt(field, said) {
      const top = await playground.until(userId, ({ modals }) => modals.at(-1)?.errors[field] && modals.at(-1), 20_000);
      if (!top) throw new Error(`${name} sees no error at ${field}`);
      holds(top.errors[field], [said]);
      print(`${name} sees at ${field}: ${top.errors[field]}`);
    },
    async seesMessage(said, ...more) {
      const message = await person.message(said, ...more).catch(async (error) => {
        const { text, blocks } = await person.message(said);
        holds([text, blocks], more);
        throw error;
      });
      show(message.ephemeral ? 'a message for them alone' : 'a message', { blocks: message.blocks });
      return message;
    },
    async pressesIn(said, actionId) {
      print(`${name} presses ${actionId} in the message`);
      await person.pressIn(said, actionId);
    },
    async seesHome(...said) {
      const view = await person.openHome((home) => said.every((one) => JSON.stringify(home).includes(one)));
      show('Home', view);
    },
  };
}
