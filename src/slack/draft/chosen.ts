import { CHOICES, type Chosen } from '../../domain/choice.ts';
import { choiceOf, type Submitted } from '../submitted.ts';
import { numberOf } from './field.ts';
import { choiceName } from './notice.ts';

/** What was chosen about a field that two people changed; undefined if the form did not ask. */
export function chosenOf(values: Submitted, field: string): Chosen | undefined {
  const name = choiceName(field);
  const about = numberOf(Object.keys(values[name] ?? {})[0] ?? '');
  const choice = CHOICES.find((known) => known === choiceOf(values, name));
  return choice && about !== null ? { choice, about } : undefined;
}
