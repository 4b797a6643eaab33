import { expect, it } from 'vitest';
import { choice, type Desk, words } from './desk.ts';
import { historyOf } from './history-pages.ts';
import { ask, bringIn, complete, decideOn, setUp } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** Bruno was refused once and then let in, made less, and revoked; Chloé withdrew. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await ask(desk, 'UBRUNO', { role: 'editor' });
  await decideOn(desk, 'UANA', 'deny');
  await ask(desk, 'UBRUNO', { role: 'editor' });
  await decideOn(desk, 'UANA', 'approve');
  const pending = await ask(desk, 'UCHLOE', { role: 'viewer' });
  await desk.press('UCHLOE', pending, 'access.withdraw');
  await bringIn(desk, 'UDIEGO', 'viewer');
  for (const wish of [{ role: choice('viewer') }, null]) {
    desk.take();
    await desk.command('UANA', 'access');
    await desk.press('UANA', desk.takeView(), 'access.member', 'UBRUNO');
    const view = desk.takeView();
    if (wish) await desk.submit('UANA', view, wish);
    else {
      await desk.press('UANA', view, 'access.revoke');
      await desk.submit('UANA', desk.takeView());
    }
  }
  desk.take();
});

const SAID = {
  UANA: [
    '<@UANA> revoked the access of <@UBRUNO>.',
    '<@UANA> changed the role of <@UBRUNO> from Editor to Viewer.',
    '<@UANA> gave <@UDIEGO> access as Viewer.',
    '<@UCHLOE> withdrew the request for <@UCHLOE>.',
    '<@UCHLOE> asked for access as Viewer.',
    '<@UANA> gave <@UBRUNO> access as Editor.',
    '<@UBRUNO> asked for access as Editor.',
    '<@UANA> denied the request for <@UBRUNO>.',
    '<@UBRUNO> asked for access as Editor.',
    '<@UANA> changed Support hours from nothing to Mon–Fri 09:00–18:00 (New York).',
    '<@UANA> changed Technical emergency from nothing to oncall@harvest.example.',
    '<@UANA> set the account up.',
  ],
  UDIEGO: [
    '<@UANA> revogou o acesso de <@UBRUNO>.',
    '<@UANA> alterou o papel de <@UBRUNO> de Editor para Leitor.',
    '<@UANA> deu acesso a <@UDIEGO> como Leitor.',
    '<@UCHLOE> retirou o pedido para <@UCHLOE>.',
    '<@UCHLOE> pediu acesso como Leitor.',
    '<@UANA> deu acesso a <@UBRUNO> como Editor.',
    '<@UBRUNO> pediu acesso como Editor.',
    '<@UANA> recusou o pedido para <@UBRUNO>.',
    '<@UBRUNO> pediu acesso como Editor.',
    '<@UANA> alterou Emergência técnica de nada para oncall@harvest.example.',
    '<@UANA> configurou a conta.',
  ],
};

it.each(Object.entries(SAID))(
  'shows %s every change of access and of the sheet, the last one first',
  async (userId, said) => {
    const lines = (await historyOf(desk, userId)).map((line) => line.split(' · ')[1] ?? '');
    expect(lines.filter((line) => said.includes(line))).toEqual(said);
  },
);

it.each(['UBRUNO', 'UCHLOE', 'UGUEST', 'USTRANGER'])('shows %s, who is no member, nothing of it', async (userId) => {
  for (const word of ['history', 'histórico', 'log']) {
    await desk.command(userId, word);
    const seen = words(desk.take());
    expect(seen).toContain('access.none');
    expect(seen).not.toMatch(/revoked|revogou|secret-escalation|oncall@|UDIEGO/);
  }
});

it('says beside each change when it was, where the reader is', async () => {
  const [hers, his] = [await historyOf(desk, 'UANA'), await historyOf(desk, 'UDIEGO')];
  expect(hers.slice(0, 2)).toEqual(['March 2, 2026', '*7:00 AM* · <@UANA> revoked the access of <@UBRUNO>.']);
  expect(hers.at(-1)).toBe('*7:00 AM* · <@UANA> set the account up.');
  expect(his[0]).toBe('2 de março de 2026');
  expect(his.at(-1)).toBe('*09:00* · <@UANA> configurou a conta.');
});

it('names an admin’s own words nowhere: a reason and a note are for those whom they concern', async () => {
  expect(words(await historyOf(desk, 'UDIEGO'))).not.toContain('On call from Monday');
});
