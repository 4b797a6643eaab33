import type { ElementValue, JsonObject } from '../../protocol.ts';
import { elementKey, useSurface } from '../block/surface.ts';
import { html } from '../html.ts';
import { useWorld } from '../world.ts';
import { ButtonElement } from './button.ts';
import { Checkboxes, RadioButtons } from './choices.ts';
import { useConfirm } from './confirm.ts';
import { DatePicker, DateTimePicker } from './date.ts';
import { ImageElement } from './image.ts';
import type { Naming } from './naming.ts';
import { Overflow } from './overflow.ts';
import { SelectElement } from './select.ts';
import { TextElement } from './text.ts';
import { TimePicker } from './time.ts';
import { heldBy, holding } from './value.ts';

/** What every kind of element gets. `held` is the part of its value that it alone understands. */
export interface ElementProps<E = JsonObject> {
  of: E;
  blockId: string;
  naming: Naming;
  held: unknown;
  /** A new value, complete: a choice, or a text as far as it is typed. */
  onChange: (held: unknown) => void;
  /** The person is done with a text: Enter. */
  onEnter?: () => void;
  /** Slack lets an optional choice be taken back. */
  optional: boolean;
}

const KINDS: Record<string, unknown> = {
  button: ButtonElement,
  overflow: Overflow,
  image: ImageElement,
  plain_text_input: TextElement,
  email_text_input: TextElement,
  url_text_input: TextElement,
  number_input: TextElement,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  radio_buttons: RadioButtons,
  checkboxes: Checkboxes,
};
for (const source of ['static', 'external', 'users', 'conversations', 'channels']) {
  KINDS[`${source}_select`] = SelectElement;
  KINDS[`multi_${source}_select`] = SelectElement;
}

interface Props {
  of: JsonObject;
  blockId: string;
  naming: Naming;
  /** In an input block, a value is kept until the form is submitted, unless the block dispatches. */
  input?: { dispatches: boolean; optional: boolean };
}

export function Element({ of, blockId, naming, input }: Props) {
  const { words } = useWorld();
  const surface = useSurface();
  const [confirm, dialog] = useConfirm(of.confirm);
  const element = of as unknown as { type: string; action_id: string; dispatch_action_config?: unknown };
  const Kind = KINDS[element.type];
  if (!Kind) return html`<p class="unsupported">${words('unsupported', { type: element.type })}</p>`;

  const value = surface.valueOf(blockId, element);
  const acts = !input || input.dispatches;
  const typed = Kind === TextElement;
  const act = (next: ElementValue) => void confirm(() => surface.act(blockId, element, next));
  const onChange = (held: unknown) => {
    const next = holding(element, held as never);
    if (acts && typed && dispatchesOn(element, 'on_character_entered')) surface.report(blockId, element, next);
    else if (acts && !typed) act(next);
    else surface.change(blockId, element, next);
  };
  const onEnter =
    acts && typed && dispatchesOn(element, 'on_enter_pressed')
      ? () => act(surface.valueOf(blockId, element))
      : undefined;
  const props: ElementProps = {
    of,
    blockId,
    naming,
    held: heldBy(element, value),
    onChange,
    onEnter,
    optional: input?.optional ?? false,
  };
  return html`
    <div class="element" data-kind=${element.type} data-element=${elementKey(blockId, element.action_id)}>
      <${Kind} ...${props} />${dialog}
    </div>
  `;
}

function dispatchesOn(
  { dispatch_action_config: config }: { dispatch_action_config?: unknown },
  trigger: string,
): boolean {
  const on = (config as { trigger_actions_on?: string[] } | undefined)?.trigger_actions_on;
  return on ? on.includes(trigger) : trigger === 'on_enter_pressed';
}
