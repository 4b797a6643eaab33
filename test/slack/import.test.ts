import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { grantAccess } from '../../src/store/access.ts';
import { accountsOfWorkspace } from '../../src/store/accounts.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import { buttonsOf, choice, type Desk, keeping, TEAM, text, type Values, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { bringIn, complete, setUp } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
  await complete(desk, await setUp(desk));
});

afterEach(() => close());

const named = async (name = 'Harvest Table'): Promise<Account> => {
  const account = (await accountsOfWorkspace(desk.store, { teamId: TEAM })).find((one) => one.name === name);
  if (!account) throw new Error(`there is no account ${name}`);
  return account;
};

async function openImport(userId = 'UANA'): Promise<ModalView> {
  desk.take();
  await desk.click(userId, 'import.open', { value: (await named()).id });
  return desk.takeView();
}

/** A person at the view of an import: what they paste stays in it, as Slack keeps it. */
class Importing {
  view: ModalView;
  values: Values = {};
  readonly userId: string;
  constructor(view: ModalView, userId = 'UANA') {
    this.view = view;
    this.userId = userId;
  }
  paste(table: string, place = 0): this {
    this.values[`text.${place}`] = text(table);
    return this;
  }
  async submit(): Promise<string> {
    const answer = (await desk.submit(this.userId, this.view, this.values)) as { view?: ModalView };
    if (answer?.view) this.show(answer.view);
    desk.take();
    return words(answer);
  }
  async more(): Promise<void> {
    desk.take();
    await desk.click(this.userId, 'import.more', { view: this.view, values: this.values });
    this.show(desk.takeView());
  }
  private show(view: ModalView): void {
    this.values = keeping(this.view, this.values, view);
    this.view = view;
  }
}

const importing = async (table: string, userId = 'UANA') =>
  new Importing(await openImport(userId), userId).paste(table);

const NIGHT = 'purpose,answer\ntech-emergency,night@harvest.example\n';

describe('an import', () => {
  it('shows what would change, from old to new, and saves nothing before that was seen', async () => {
    const before = await named();
    const ana = await importing(`${NIGHT}tech-non-emergency,dev@harvest.example; new@harvest.example\n`);
    const preview = await ana.submit();
    expect(preview).toContain('Technical emergency: from oncall@harvest.example to night@harvest.example.');
    expect(preview).toContain('Added: new@harvest.example. Removed: api@harvest.example.');
    expect(await named()).toEqual(before);
    expect(await ana.submit()).toContain('The import is saved');
    expect((await named()).sheet).toEqual({
      ...before.sheet,
      'tech-emergency': ['night@harvest.example'],
      'tech-non-emergency': ['dev@harvest.example', 'new@harvest.example'],
    });
    const [change] = await recentChanges(desk.store, { accountId: before.id, limit: 1 });
    expect(change).toMatchObject({
      kind: 'sheet.saved',
      by: 'UANA',
      before: { 'tech-emergency': ['oncall@harvest.example'] },
    });
  });

  it('is reached by /contacts import, in both languages, and from the export', async () => {
    await bringIn(desk, 'UBRUNO', 'editor');
    desk.take();
    await desk.command('UBRUNO', 'importar');
    expect(desk.takeView().title.text).toBe('Importar');
    await desk.command('UANA', 'export');
    expect(buttonsOf(desk.takeView()).map(({ action_id }) => action_id)).toContain('import.open');
  });

  it.each(['csv', 'json'] as const)(
    'R21: of what was exported as %s would change nothing, in both languages',
    async (format) => {
      await bringIn(desk, 'UBRUNO', 'editor');
      for (const userId of ['UANA', 'UBRUNO']) {
        desk.take();
        await desk.command(userId, 'export');
        await desk.submit(userId, desk.takeView(), { format: choice(format), audience: choice('internal') });
        const again = await importing(desk.files.at(-1)?.content ?? '', userId);
        expect(await again.submit()).toMatch(/Nothing would change|Nada mudaria/);
        expect(again.view.private_metadata).not.toContain('seen');
      }
    },
  );

  it('keeps the pasted text in the view alone: not in what travels with it, nor in the database', async () => {
    const ana = await importing(NIGHT);
    await ana.submit();
    expect(ana.view.private_metadata).not.toMatch(/night|@/);
    expect(ana.values['text.0']?.value).toBe(NIGHT);
    expect(words(await desk.store.client.draft.findMany())).not.toContain('night@');
    expect(words(desk.log)).not.toContain('@');
  });

  it('takes a table in several parts, and keeps what was pasted when a field is added', async () => {
    const ana = await importing(NIGHT);
    await ana.more();
    ana.paste('ops-platform,esc@harvest.example', 1);
    expect(ana.values['text.0']?.value).toBe(NIGHT);
    expect(await ana.submit()).toContain('2 changes');
    await ana.submit();
    expect((await named()).sheet).toMatchObject({
      'tech-emergency': ['night@harvest.example'],
      'ops-platform': ['esc@harvest.example'],
    });
  });

  it('R19: that completes a sheet unlocks the account at once, and says so', async () => {
    await setUp(desk, 'Blue Fig');
    const blue = ['Blue Fig', 'blue fig'];
    const rows = [
      ...['tech-emergency', 'tech-non-emergency', 'ops-merchant', 'ops-platform', 'ops-users'].map(
        (purpose, place) =>
          `${blue[place % 2]}\t${purpose}\t${purpose === 'ops-users' ? 'help@harvest.example' : 'a@blue.example'}`,
      ),
      'Blue Fig\tsupport-hours\tMon-Fri 9:00-18:00 America/Sao_Paulo',
    ];
    const ana = await importing(['account\tpurpose\tanswer', ...rows].join('\n'));
    await ana.submit();
    expect(await ana.submit()).toContain('*Blue Fig* is unlocked for everyone. *Your integration can start.*');
  });
});

describe('a row that will not do', () => {
  it('R5, R7, R11, R22: has its number and its reason, nothing is saved, and what was pasted is still there', async () => {
    const before = await named();
    const table = [
      'account,purpose,answer',
      ',tech-emergency,night@harvest.example',
      ',ops-users,other@harvest.example',
      ',ops-platform,',
      ',alert,UANA',
      ',tech-non-emergency,not an address',
      'Nowhere,tech-emergency,a@x.example',
      ',weekend,a@x.example',
      ',support-hours,Mon 9-5',
    ].join('\n');
    const ana = await importing(table);
    const refused = await ana.submit();
    for (const said of [
      'Row 3* · Harvest Table · Operations (shared with users): This must be the support alias of your default brand',
      'Row 4* · Harvest Table · Operations (platform only): ',
      'Row 5* · Harvest Table · Alert contacts: ',
      'Row 6* · Harvest Table · Technical non-emergency: “not” is not an e-mail address',
      'Row 7* · Technical emergency: You have no account “Nowhere”',
      'Row 8* · Harvest Table: “weekend” is none of the seven purposes',
      'Row 9* · Harvest Table · Support hours: “Mon 9-5” is no support window',
    ])
      expect(refused).toContain(said);
    expect(ana.values['text.0']?.value).toBe(table);
    expect(await named()).toEqual(before);
    expect(await ana.paste(NIGHT).submit()).toContain('This would change one account');
  });

  it.each([
    ['no table', 'please change it', 'name the columns'],
    ['a quotation mark too few', 'purpose,answer\nalert,"U', 'Row 2 cannot be read'],
    ['JSON that was cut', '{"format":"callsheet.sheets"', 'no whole JSON'],
  ])('R24: %s keeps the form open with its values', async (_, table, said) => {
    const ana = await importing(table);
    const answer = await ana.submit();
    expect(JSON.parse(answer)).toMatchObject({
      response_action: 'errors',
      errors: { 'text.0': expect.stringContaining(said) },
    });
  });

  it('R2: of an account that the person only reads, or does not know, is refused', async () => {
    await setUp(desk, 'Blue Fig');
    await bringIn(desk, 'UBRUNO', 'editor', { by: 'UANA' }).catch(() => {});
    const [here, blue] = [await named(), await named('Blue Fig')];
    const grant = (account: Account, role: 'viewer' | 'editor') =>
      grantAccess(desk.store, { account, member: { userId: 'UDIEGO', role, endsAt: null }, by: 'UANA', now: desk.now });
    await grant(here, 'editor');
    const unknown = await importing('account,purpose,answer\nBlue Fig,ops-platform,a@x.example', 'UDIEGO');
    expect(await unknown.submit()).toContain('Você não tem nenhuma conta “Blue Fig”');
    const byId = await importing(`account_id,purpose,answer\n${blue.id},ops-platform,a@x.example`, 'UDIEGO');
    expect(await byId.submit()).toContain('Você não tem nenhuma conta');
    await grant(await named('Blue Fig'), 'viewer');
    expect(await unknown.submit()).toContain('Você pode ler esta conta, mas não alterar');
  });
});

describe('all of an import is saved, or nothing', () => {
  const BOTH = 'account,purpose,answer\nHarvest Table,ops-platform,a@x.example\nBlue Fig,ops-platform,b@x.example\n';

  it('R23: if somebody saves one of its accounts meanwhile, nothing is, and the preview is shown anew', async () => {
    await setUp(desk, 'Blue Fig');
    const ana = await importing(BOTH);
    expect(await ana.submit()).toContain('This would change 2 accounts');
    const blue = await named('Blue Fig');
    const sheet = { ...blue.sheet, 'ops-platform': ['theirs@x.example'] };
    await saveSheet(desk.store, { account: blue, sheet, by: 'UBRUNO', now: desk.now });
    const again = await ana.submit();
    expect(again).toContain('Somebody saved meanwhile, so nothing was saved');
    expect(again).toContain('from theirs@x.example to b@x.example');
    expect((await named()).sheet['ops-platform']).toEqual(['secret-escalation@harvest.example']);
    expect(await ana.submit()).toContain('The import is saved');
    expect((await named('Blue Fig')).sheet['ops-platform']).toEqual(['b@x.example']);
  });

  it('another text than the one that was seen is shown before it is saved', async () => {
    const ana = await importing(NIGHT);
    await ana.submit();
    expect(await ana.paste('purpose,answer\ntech-emergency,other@harvest.example').submit()).toContain(
      'another one now',
    );
    expect((await named()).sheet['tech-emergency']).toEqual(['oncall@harvest.example']);
    await ana.submit();
    expect((await named()).sheet['tech-emergency']).toEqual(['other@harvest.example']);
  });

  it('whoever is no longer an editor when they confirm saves nothing', async () => {
    await bringIn(desk, 'UBRUNO', 'editor');
    const bruno = await importing(NIGHT, 'UBRUNO');
    await bruno.submit();
    const account = await named();
    await grantAccess(desk.store, {
      account,
      member: { userId: 'UBRUNO', role: 'viewer', endsAt: null },
      by: 'UANA',
      now: desk.now,
    });
    await bruno.submit();
    expect((await named()).sheet['tech-emergency']).toEqual(['oncall@harvest.example']);
  });

  it('a preview that was made up saves nothing that was not seen', async () => {
    const ana = await importing(NIGHT);
    const { private_metadata } = ana.view;
    const seen = { text: '0'.repeat(32), accounts: '0'.repeat(32) };
    ana.view = { ...ana.view, private_metadata: JSON.stringify({ ...JSON.parse(private_metadata ?? ''), seen }) };
    expect(await ana.submit()).toContain('another one now');
    expect((await named()).sheet['tech-emergency']).toEqual(['oncall@harvest.example']);
  });
});
