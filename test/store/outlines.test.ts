import { beforeAll, expect, test } from 'vitest';
import { outlineOf, worstFirst } from '../../src/domain/outline.ts';
import { grantAccess } from '../../src/store/access.ts';
import { accountsOfMember, launchAccount, saveBrandAlias } from '../../src/store/accounts.ts';
import { outlinesOfMember } from '../../src/store/outlines.ts';
import type { Store } from '../../src/store/store.ts';
import { FULL_SHEET, HOUR, later, member, NOW } from '../domain/build.ts';
import { answer, newTeam, saved, stored } from './account.ts';
import { eachDatabase } from './databases.ts';

eachDatabase('outlines', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  test('R3: are what the whole accounts would say, whatever these hold', async () => {
    const teamId = newTeam();
    const make = (name: string, integrations?: string[]) =>
      stored(store, { teamId, name, ...(integrations && { integrations }) });
    await make('Empty');
    await answer(store, await make('Partly', ['menu-feed', 'waitlist']), {
      'tech-emergency': ['a@b.example', 'c@d.example'],
    });
    const drifted = saved(await answer(store, await make('Drifted'), FULL_SHEET));
    const brandId = drifted.defaultBrandId ?? '';
    await saveBrandAlias(store, { account: drifted, brandId, supportAlias: 'new@b.example', by: 'UANA', now: NOW });
    const ready = saved(await answer(store, await make('Launched'), FULL_SHEET));
    await launchAccount(store, { account: ready, alert: ['UANA'], by: 'UANA', now: NOW });

    const asked = { teamId, userId: 'UANA', now: NOW };
    const whole = (await accountsOfMember(store, asked)).map(outlineOf);
    expect(whole.filter(({ drifted }) => drifted).map(({ name }) => name)).toEqual(['Drifted']);
    const inOrder = (list: typeof whole) =>
      worstFirst(list).map((outline) => ({ ...outline, answered: outline.answered.toSorted() }));
    expect(inOrder(await outlinesOfMember(store, asked))).toEqual(inOrder(whole));
  });

  test('R2, A7: are those of the workspace that the person has access to now', async () => {
    const [teamId, elsewhere] = [newTeam(), newTeam()];
    const account = await stored(store, { teamId });
    await stored(store, { teamId: elsewhere });
    await stored(store, { teamId, name: 'Blue Fig', by: 'UDIEGO' });
    const boxed = member('UBRUNO', 'viewer', later(HOUR));
    saved(await grantAccess(store, { account, member: boxed, by: 'UANA', now: NOW }));
    const seen = async (userId: string, now = NOW) =>
      (await outlinesOfMember(store, { teamId, userId, now })).map(({ name }) => name);
    expect(await seen('UANA')).toEqual(['Harvest Table']);
    expect(await seen('UBRUNO')).toEqual(['Harvest Table']);
    expect(await seen('UBRUNO', later(HOUR))).toEqual([]);
    expect(await seen('UNOBODY')).toEqual([]);
  });
});
