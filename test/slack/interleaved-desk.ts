import type { ModalView } from '@slack/types';
import type { Submitted } from '../../src/slack/submitted.ts';
import { buttonsOf, choice, type Desk, inSlack, keeping, text, type Values, words } from './desk.ts';
import {
  type Act,
  type Choice,
  type Choices,
  each,
  FIELDS,
  type Field,
  type Form,
  type Shown,
  type Who,
} from './interleaved-model.ts';

/** What a person has before them: the form in Slack, with what they entered, and as the model has it. */
export interface Screen {
  view: ModalView;
  values: Values;
  form: Form;
}

/** An act as it is done: what is entered where is said by the screen, or by the modal that the button stands in. */
export type Deed = Act & { on: Screen | null; modal: ModalView | null };

/** What came of a deed: what was shown, and the view that the person has before them, if it is another one. */
export interface Seen {
  shown: Shown;
  view: ModalView | null;
  values: Values;
}

/** Two people have a window each: what is shown in one of them is told apart by its id. */
const rootOf = (who: Who): string | undefined => (who === 'UANA' ? undefined : 'V1');
const windowOf = (who: Who): string => (rootOf(who) ? 'V2' : 'V1');

const standingIn = (view: ModalView, values: Values): Submitted =>
  (inSlack(view, values) as { state: { values: Submitted } }).state.values;

function formIn(view: ModalView, values: Values): Extract<Shown, { kind: 'form' }> {
  const standing = standingIn(view, values);
  const typed = each((field) => Object.values(standing[field] ?? {})[0]?.value ?? '');
  const choices: Choices = {};
  for (const field of FIELDS) {
    const [asked] = Object.entries(standing[`choice.${field}`] ?? {});
    if (!asked) continue;
    const about = Number(asked[0].split('.').at(-1));
    choices[field] = { choice: asked[1].selected_option?.value as Choice, about };
  }
  return {
    kind: 'form',
    typed,
    choices,
    resumed: buttonsOf(view).some(({ action_id }) => action_id === 'draft.discard'),
  };
}

/** What the form holds once a field, or a choice, has been entered into it. */
export const entering = ({ view, values, form }: Screen, field: Field, what: { text: string } | Choice): Screen => {
  const chosen = typeof what === 'string';
  const about = form.choices[field]?.about ?? 0;
  return {
    view,
    values: { ...values, ...(chosen ? { [`choice.${field}`]: choice(what) } : { [field]: text(what.text) }) },
    form: chosen
      ? { ...form, choices: { ...form.choices, [field]: { choice: what, about } } }
      : { ...form, typed: { ...form.typed, [field]: what.text } },
  };
};

/** Does these at once, as people do them, and tells what each of them saw. */
export async function doAtOnce(desk: Desk, accountId: string, deeds: readonly Deed[]): Promise<Seen[]> {
  desk.take();
  const acknowledged = await Promise.all(deeds.map((deed) => begun(desk, accountId, deed)));
  const calls = desk.take();
  if (desk.log.some(({ facts }) => facts.error !== undefined)) throw new Error(`a fault: ${words(desk.log)}`);
  const viewOf = (method: string, who: Who) =>
    calls.find((call) => call.method === method && (method === 'views.open' || call.args.view_id === windowOf(who)))
      ?.args.view as ModalView | undefined;
  return deeds.map((deed, place): Seen => {
    switch (deed.does) {
      case 'keep':
        return { shown: { kind: 'nothing' }, view: null, values: {} };
      case 'save':
        return afterSave(acknowledged[place] as Acknowledged, deed.on as Screen);
      case 'undo':
        return afterUndo(viewOf('views.update', deed.who));
      default: {
        const view = viewOf(deed.does === 'open' ? 'views.open' : 'views.update', deed.who);
        if (!view) throw new Error(`nothing was shown to ${deed.who}, who did ${deed.does}`);
        return { shown: formIn(view, {}), view, values: {} };
      }
    }
  });
}

function begun(desk: Desk, accountId: string, deed: Deed): Promise<unknown> {
  const { does, who, on, modal } = deed;
  const at = new Date(deed.at);
  const root = rootOf(who);
  if (does === 'open') return desk.click(who, 'contact.open', { value: accountId });
  if (does === 'undo') {
    return desk.click(who, 'history.undo', {
      view: modal as ModalView,
      value: String(deed.revision),
      ...(root && { root }),
    });
  }
  const { view, values } = on as Screen;
  if (does === 'save') return desk.submit(who, view, values, root);
  if (does === 'discard') return desk.click(who, 'draft.discard', { view, values, at, ...(root && { root }) });
  return desk.type(who, view, FIELDS[0], { values, at });
}

type Acknowledged = { response_action: string; view: ModalView; errors?: Record<string, string> };

function afterSave(
  { response_action: said, view, errors = {} }: Acknowledged,
  { view: before, values: typed }: Screen,
): Seen {
  if (said === 'errors') {
    const fields = FIELDS.filter((field) => field in errors);
    return { shown: { kind: 'errors', fields }, view: null, values: {} };
  }
  if (view.callback_id === 'contact.save') {
    const values = keeping(before, typed, view);
    return { shown: formIn(view, values), view, values };
  }
  const offered = buttonsOf(view).find(({ action_id }) => action_id === 'history.undo')?.value;
  return { shown: { kind: 'saved', revision: offered === undefined ? null : Number(offered) }, view, values: {} };
}

function afterUndo(view: ModalView | undefined): Seen {
  const said = words(view ?? {});
  const seen = (shown: Shown): Seen => ({ shown, view: view ?? null, values: {} });
  if (said.includes('*Undone.*')) return seen({ kind: 'undone' });
  const [, by, what] = /<@(\w+)> has (undone|changed) this/.exec(said) ?? [];
  if (by) return seen({ kind: what === 'undone' ? 'undone-already' : 'changed-since', by });
  throw new Error(`nobody told what became of the undo: ${said}`);
}
