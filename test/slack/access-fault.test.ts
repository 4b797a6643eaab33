import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { emptyDatabase } from '../store/databases.ts';
import { Desk, text, words } from './desk.ts';
import { ask, EVERYBODY, lastCard, setUp } from './journey.ts';

let desk: Desk;
let remove: () => Promise<void>;

beforeEach(async () => {
  const database = await emptyDatabase('sqlite');
  remove = database.remove;
  desk = new Desk(await openStore(database.url), EVERYBODY);
  await setUp(desk);
});

afterEach(async () => {
  await desk.close();
  await remove();
});

describe('a database that fails', () => {
  it('during a decision keeps the dialog open with the note, and leads to the line in the log', async () => {
    await ask(desk, 'UBRUNO');
    desk.take();
    await desk.press('UANA', lastCard(desk, 'UANA'), 'access.approve');
    const dialog = desk.takeView();
    await desk.store.close();
    const answer = (await desk.submit('UANA', dialog, { note: text('Welcome') })) as { errors: Record<string, string> };
    expect(Object.keys(answer.errors)).toEqual(['verdict']);
    const reference = /Reference: (\w{6})$/.exec(answer.errors.verdict ?? '')?.[1];
    expect(desk.log.find(({ event }) => event === 'save.failed')?.facts.reference).toBe(reference);
    expect(words(desk.log)).not.toMatch(/Welcome|On call from Monday/);
  });

  it('during a request keeps the form open with the reason', async () => {
    await desk.command('UBRUNO');
    await desk.press('UBRUNO', desk.takeView(), 'access.ask');
    const form = desk.takeView();
    await desk.store.close();
    const answer = (await desk.submit('UBRUNO', form, { reason: text('De plantão') })) as {
      errors: Record<string, string>;
    };
    expect(Object.keys(answer.errors)).toEqual(['role']);
    expect(answer.errors.role).toMatch(/\w{6}$/);
  });

  it('when somebody comes by the command says so where they are', async () => {
    await desk.store.close();
    await desk.command('UBRUNO');
    const [told] = desk.take();
    expect(told?.args.text).toContain(desk.log.find(({ event }) => event === 'answer.failed')?.facts.reference);
  });
});
