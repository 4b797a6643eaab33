import htm from 'htm';
import { type ComponentChildren, h, type VNode } from 'preact';

/** Writes elements as HTML in template strings: there is no build step that could read JSX. */
export const html = htm.bind(h) as unknown as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

export type Children = ComponentChildren;
