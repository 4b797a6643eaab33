import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startApp } from '../../src/playground/app-process.ts';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import type { ModalView } from '../../src/playground/protocol.ts';
import { choice, choices, fields, PATIENCE, text, visitor } from '../../src/playground/visitor.ts';
import { ANA, OLIVIA } from '../../src/playground/world/cast.ts';
import { manifest } from './stage.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** The unchanged app, a process of its own with a database of its own, in a playground. */
async function install(transport: 'http' | 'socket'): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'callsheet-story-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const playground = await startPlayground({ manifest: manifest(), transport });
  closers.push(playground.close);
  const app = await startApp(playground, { transport, databaseUrl: `file:${join(folder, 'story.sqlite')}` });
  closers.push(app.stop);
  return playground;
}

interface Words {
  language: string;
  userId: string;
  locked: string;
  still: string;
  hours: string;
  done: string;
}

const WORDS: Words[] = [
  {
    ...{ language: 'English', userId: OLIVIA, locked: 'Required information', still: 'Still missing' },
    ...{ hours: 'Support hours', done: 'The contact sheet is complete' },
  },
  {
    ...{ language: 'Portuguese', userId: ANA, locked: 'Dados obrigatórios', still: 'Ainda falta' },
    ...{ hours: 'Horário de atendimento', done: 'A ficha de contatos está completa' },
  },
];

const ALIAS = 'help@harvest.example';

/** What is in a field, whatever the id of its element. */
const entered = ({ values }: ModalView, field: string) => Object.values(values[field] ?? {})[0];

describe.each([
  ['HTTP', 'http'],
  ['Socket Mode', 'socket'],
] as const)('the app over %s', (_, transport) => {
  it.each(WORDS)(
    'R16, R18, R19: leads from the locked start to the unlocked sheet in $language',
    async ({ userId, locked, still, hours, done }) => {
      const playground = await install(transport);
      const person = visitor(playground, userId);

      await person.command();
      await person.modal('account.create');
      const answers = { name: text('Harvest Table'), brand: text('Harvest'), alias: text(ALIAS) };
      await person.submit(fields({ ...answers, integrations: choices('ordering-end-to-end') }));
      const form = await person.modal('contact.save');
      expect(form.view.title).toMatchObject({ text: locked });

      await person.submit(fields({ 'tech-emergency': text('oncall@harvest.example') }));
      const partly = await person.modal('contact.save', ({ busy }) => !busy);
      expect(JSON.stringify(partly.view.blocks)).toContain(still);
      expect(entered(partly, 'tech-emergency')?.value).toBe('oncall@harvest.example');

      await person.submit(fields({ 'tech-non-emergency': text('nobody') }));
      const refused = await person.modal('contact.save', ({ errors }) => 'tech-non-emergency' in errors);
      expect(entered(refused, 'tech-non-emergency')?.value).toBe('nobody');

      await person.submit(
        fields({
          ...{ 'tech-non-emergency': text('api@harvest.example'), 'ops-merchant': text('merchants@harvest.example') },
          ...{ 'ops-platform': text('escalations@harvest.example'), 'ops-users': text(ALIAS) },
        }),
      );
      await person.modal('contact.save', ({ errors }) => Object.keys(errors).length === 0);

      await person.press('hours.open');
      const open = await person.modal('hours.save');
      expect(open.view.title).toMatchObject({ text: hours });
      const zones = await person.search('hours.zone', 'são pau');
      expect(zones.map(({ value }) => value)).toContain('America/Sao_Paulo');
      await person.type(fields({ 'start.0': { selected_time: '08:00' }, 'end.0': { selected_time: '20:00' } }));
      await person.press('hours.add');
      const two = await person.modal('hours.save', ({ values }) => 'days.1' in values);
      expect(entered(two, 'start.0')?.selected_time, 'what was chosen stays').toBe('08:00');
      await person.press('hours.remove', 'window.1');
      await person.modal('hours.save', ({ values }) => !('days.1' in values));
      await person.submit(fields({ 'zone.0': choice('America/Sao_Paulo') }, 'hours.zone'));
      const unlocked = await person.modal('contact.saved');
      expect(JSON.stringify(unlocked.view.blocks)).toContain(done);

      await person.command('status');
      const status = await playground.until(
        userId,
        ({ messages }) =>
          Object.values(messages)
            .flat()
            .find((message) => message.ephemeral && message.text.includes('escalations@')),
        PATIENCE,
      );
      expect(status.text).toContain('08:00');

      const home = await person.openHome((view) => JSON.stringify(view).includes('escalations@'));
      expect(home.type).toBe('home');
      await person.pressAtHome('contact.open');
      await person.modal('contact.save');

      // That an alias is nobody's own address is an answer, and no fault.
      const failures = person
        .sees()
        .traffic.filter(({ status: ended, name }) => ended === 'failed' && name !== 'users.lookupByEmail');
      expect(failures).toEqual([]);
      expect(person.sees().notices).toEqual([]);
    },
    60_000,
  );
});
