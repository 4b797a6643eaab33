import { glob } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { problemsOfMessage, problemsOfView } from '../../src/playground/block-kit/validate.ts';
import { outline } from '../../src/playground/outline.ts';
import type { JsonObject } from '../../src/playground/protocol.ts';
import { SCENES, seenBy } from './scenes.ts';
import { type Render, type Scene, SURFACES, type Surface } from './surfaces.ts';

const ROLES = ['viewer', 'admin'] as const;
const LOCALES = ['en-US', 'pt-BR'];

const problems = (surface: Surface): string[] =>
  'type' in surface ? problemsOfView(surface) : problemsOfMessage(surface);

const cases = Object.entries(SCENES).flatMap(([size, scene]) =>
  LOCALES.flatMap((locale) => ROLES.map((role) => ({ size, scene, locale, role }))),
);

const rendered = (render: Render, scene: Scene, role: (typeof ROLES)[number] | 'editor', locale: string): Surface => {
  const seen = seenBy(scene, role, locale);
  return render(seen.scene, seen.viewer);
};

it('knows every renderer that there is', async () => {
  const found: string[] = [];
  for await (const path of glob('src/slack/**/*.ts')) {
    const exported = (await import(new URL(`../../${path}`, import.meta.url).href)) as Record<string, unknown>;
    for (const value of Object.values(exported)) {
      const { id, render } = (value ?? {}) as { id?: unknown; render?: unknown };
      if (typeof render === 'function') found.push(String(id));
    }
  }
  expect(found.length).toBeGreaterThan(15);
  expect([...new Set(found)].sort()).toEqual(
    [...new Set(Object.keys(SURFACES).map((name) => name.split(' ')[0]))].sort(),
  );
});

describe.each(Object.entries(SURFACES))('%s', (name, render) => {
  it.each(cases)('keeps Slack’s limits with $size data in $locale for the role $role', ({ scene, locale, role }) => {
    expect(problems(rendered(render, scene, role, locale))).toEqual([]);
  });

  it.each(cases.filter(({ size, role }) => size !== 'largest' && role === 'admin'))(
    'reads well with $size data in $locale',
    async ({ size, scene, locale, role }) => {
      const surface = rendered(render, scene, role, locale) as unknown as JsonObject;
      const text = typeof surface.text === 'string' ? [`"${surface.text}"`] : [];
      const read = [...text, ...outline(surface), ''].join('\n');
      await expect(read).toMatchFileSnapshot(`outlines/${locale}/${name.replaceAll(' ', '-')}.${size}.txt`);
    },
  );

  it.each(LOCALES)('R20: ends with contact support and how to get help, support first, in %s', (locale) => {
    for (const scene of Object.values(SCENES)) {
      const { blocks } = rendered(render, scene, 'editor', locale);
      const [support, help] = blocks.slice(-2) as { type: string; accessory?: { type: string; action_id: string } }[];
      expect([support?.type, support?.accessory?.action_id]).toEqual(['section', 'support.open']);
      expect([help?.type, help?.accessory?.action_id]).toEqual(['section', 'help.open']);
    }
  });

  it('carries ids alone in its metadata and in the values of its buttons', () => {
    for (const scene of Object.values(SCENES)) {
      const surface = rendered(render, scene, 'admin', 'en-US') as unknown as JsonObject;
      expect(String(surface.private_metadata ?? '')).not.toContain('@');
      expect(valuesOf(surface.blocks).filter((value) => !/^[\w.-]+$/.test(value))).toEqual([]);
    }
  });

  it('shows no id to a person', () => {
    const scene = SCENES.usual;
    const surface = rendered(render, scene, 'admin', 'en-US') as unknown as JsonObject;
    const read = outline(surface)
      .join('\n')
      .replaceAll(/<@U\w+>/g, '@somebody');
    expect(read).not.toMatch(/acc0{5}|brand0{5}|T1HOME/);
  });
});

/** Values of buttons; those of options are checked where they come back. */
function valuesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  const mine = own.type === 'button' && typeof own.value === 'string' ? [own.value] : [];
  return [...mine, ...Object.values(own).flatMap(valuesOf)];
}
