/** Readers of what a person put into a view, by the names of its fields. Whatever is malformed reads as not given. */
export interface SubmittedValue {
  type?: string;
  value?: string | null;
  selected_users?: string[];
  selected_user?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: { value: string }[];
  selected_time?: string | null;
  selected_date?: string | null;
  selected_conversation?: string | null;
}

export type Submitted = Record<string, Record<string, SubmittedValue>>;

const given = (values: Submitted, name: string): SubmittedValue | undefined => Object.values(values[name] ?? {})[0];

/** The text of a field; undefined if the view has no such field. */
export const textOf = (values: Submitted, name: string): string | undefined => {
  const value = given(values, name);
  return value && (value.value ?? '');
};

export const usersOf = (values: Submitted, name: string): string[] | undefined => {
  const value = given(values, name);
  return value && (value.selected_users ?? []);
};

export const userOf = (values: Submitted, name: string): string | null => given(values, name)?.selected_user ?? null;

export const choiceOf = (values: Submitted, name: string): string | null =>
  given(values, name)?.selected_option?.value ?? null;

export const choicesOf = (values: Submitted, name: string): string[] =>
  (given(values, name)?.selected_options ?? []).map((choice) => choice.value);

export const timeOf = (values: Submitted, name: string): string | null => given(values, name)?.selected_time ?? null;

export const dateOf = (values: Submitted, name: string): string | null => given(values, name)?.selected_date ?? null;

export const conversationOf = (values: Submitted, name: string): string | null =>
  given(values, name)?.selected_conversation ?? null;
