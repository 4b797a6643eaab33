/**
 * The grammar that the rules of Block Kit are written in. A rule says what is wrong with a value at a place, in the words
 * of Slack's own schema checker, and nothing if the value will do. No rule throws, whatever it is given.
 */
export type Rule = (value: unknown, at: string) => string[];
export type Fields = Record<string, Rule>;
export type Json = Record<string, unknown>;

export const problem = (words: string, at: string): string => `[ERROR] ${words} [json-pointer:${at}]`;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Slack counts characters as code points. */
export function string({ min = 0, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, at) => {
    if (typeof value !== 'string') return [problem('must provide a string', at)];
    const length = [...value].length;
    if (length < min) return [problem(`must be more than ${min - 1} characters`, at)];
    if (length > max) return [problem(`must be less than ${max + 1} characters`, at)];
    return [];
  };
}

export const flag: Rule = (value, at) => (typeof value === 'boolean' ? [] : [problem('must be a boolean', at)]);

export function integer({ min, max }: { min: number; max: number }): Rule {
  return (value, at) => {
    if (!Number.isSafeInteger(value)) return [problem('must provide an integer', at)];
    if ((value as number) < min) return [problem(`must be greater than ${min - 1}`, at)];
    if ((value as number) > max) return [problem(`must be less than ${max + 1}`, at)];
    return [];
  };
}

export function oneOf(...known: string[]): Rule {
  return (value, at) => {
    if (typeof value !== 'string') return [problem('must provide a string', at)];
    return known.includes(value) ? [] : [problem('must be a valid enum value', at)];
  };
}

/** A string that `reads` can make sense of. */
export function written(words: string, reads: (text: string) => boolean): Rule {
  return (value, at) => {
    if (typeof value !== 'string') return [problem('must provide a string', at)];
    return reads(value) ? [] : [problem(words, at)];
  };
}

export function list(item: Rule, { min = 0, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, at) => {
    if (!Array.isArray(value)) return [problem('must provide an array', at)];
    if (value.length < min) return [problem(`must provide at least ${min} items`, at)];
    const many = value.length > max ? [problem(`no more than ${max} items allowed`, at)] : [];
    return [...many, ...value.flatMap((each, place) => item(each, `${at}/${place}`))];
  };
}

/** An object with these fields and no others; `also` are the rules between its fields. */
export function object(
  required: Fields,
  optional: Fields = {},
  ...also: ((value: Json, at: string) => string[])[]
): Rule {
  const known = new Map(Object.entries({ ...required, ...optional }));
  return (value, at) => {
    if (!isObject(value)) return [problem('must provide an object', at)];
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.map((name) => problem(`missing required field: ${name}`, at)),
      ...Object.entries(value).flatMap(([name, field]) => {
        const rule = known.get(name);
        return rule ? rule(field, `${at}/${name}`) : [problem(`invalid additional property: ${name}`, at)];
      }),
      ...also.flatMap((rule) => rule(value, at)),
    ];
  };
}

/** An object whose `type` decides by which rule it is judged. */
export function byType(kinds: Fields): Rule {
  return (value, at) => {
    if (!isObject(value)) return [problem('must provide an object', at)];
    const { type } = value;
    if (type === undefined) return [problem('missing required field: type', at)];
    if (typeof type !== 'string') return [problem('must provide a string', `${at}/type`)];
    const rule = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    return rule ? rule(value, at) : [problem(`unsupported type: ${type}`, `${at}/type`)];
  };
}

/** Every object that is told apart by its `type` carries it. */
export const typed = (
  required: Fields,
  optional: Fields = {},
  ...also: ((value: Json, at: string) => string[])[]
): Rule => object({ type: string(), ...required }, optional, ...also);

/** One of two fields, and not both. */
export const either =
  (one: string, other: string) =>
  (value: Json, at: string): string[] => {
    const given = [one, other].filter((name) => Object.hasOwn(value, name));
    if (given.length === 1) return [];
    return [
      problem(
        given.length === 0
          ? `must define \`${one}\` or \`${other}\``
          : `must not define both \`${one}\` and \`${other}\``,
        at,
      ),
    ];
  };
