import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revokeAccess } from '../../src/store/access.ts';
import { accountsOfWorkspace } from '../../src/store/accounts.ts';
import { readCsv } from '../../src/table/csv.ts';
import { choice, type Desk, type SentFile, TEAM, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { ALIAS, bringIn, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
  await complete(desk, await setUp(desk));
});

afterEach(() => close());

interface Ask {
  what?: 'account' | 'all' | 'history';
  format?: 'csv' | 'json';
  audience?: 'internal' | 'third-party';
}

async function openExport(userId = 'UANA'): Promise<ModalView> {
  desk.take();
  await desk.command(userId, 'export');
  return desk.takeView();
}

/** Asks for a file; what the person sees at once comes back, and afterwards what became of it. */
async function send(
  ask: Ask,
  { userId = 'UANA', view = null as ModalView | null } = {},
): Promise<{ seen: unknown; later: string; file: SentFile | undefined }> {
  const form = view ?? (await openExport(userId));
  const values = Object.fromEntries(Object.entries(ask).map(([name, value]) => [name, choice(value)]));
  const seen = await desk.submit(userId, form, values);
  return { seen, later: words(desk.take().filter(({ method }) => method !== 'upload')), file: desk.files.at(-1) };
}

const INTERNAL = /oncall@|api@|dev@|merchants@|secret-escalation@/;

describe('an export', () => {
  it('arrives as a file by direct message from Callsheet, and the view says so', async () => {
    const { seen, later, file } = await send({});
    expect(words(seen)).toContain('on its way');
    expect(later).toContain('The file is in your direct messages');
    expect(file).toMatchObject({
      channel: 'DUANA',
      name: 'callsheet-sheet-2026-03-02.csv',
      title: 'Contact sheet of Harvest Table',
      comment: expect.stringContaining('*Contact sheet of Harvest Table.* This file is for members only'),
    });
  });

  it('as CSV has the mark of UTF-8, one row a purpose, and columns with the same names in every language', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    const { file: english } = await send({ format: 'csv' });
    const { file: portuguese } = await send({ format: 'csv' }, { userId: 'UBRUNO' });
    const tables = [english, portuguese].map((file) => {
      expect(file?.content.startsWith('\ufeffaccount_id')).toBe(true);
      const read = readCsv(file?.content ?? '');
      return read.ok ? read.rows : [];
    });
    const [one = [], other = []] = tables;
    expect(one[0]).toEqual([
      'account_id',
      'account',
      'environment',
      'purpose',
      'answer',
      'purpose_name',
      'answer_text',
    ]);
    expect(one.map((row) => row.slice(0, 5))).toEqual(other.map((row) => row.slice(0, 5)));
    expect(one.map((row) => row[3]).slice(1)).toEqual([
      ...['tech-emergency', 'tech-non-emergency', 'ops-merchant', 'ops-platform', 'ops-users', 'support-hours'],
    ]);
    expect(one[2]?.[4]).toBe('api@harvest.example; dev@harvest.example');
    expect(other.at(-1)?.slice(5)).toEqual(['Horário de atendimento', expect.stringContaining('seg a sex')]);
    expect(portuguese?.content).toContain('account;environment');
  });

  it('as JSON follows a schema that has a version', async () => {
    const { file } = await send({ format: 'json' });
    const account = await theAccount(desk);
    expect(JSON.parse(file?.content ?? '')).toEqual({
      ...{ format: 'callsheet.sheets', version: 1, audience: 'internal', exportedAt: desk.now.toISOString() },
      accounts: [
        {
          ...{ id: account.id, name: 'Harvest Table', environment: 'sandbox' },
          answers: {
            'tech-emergency': ['oncall@harvest.example'],
            'tech-non-emergency': ['api@harvest.example', 'dev@harvest.example'],
            'ops-merchant': ['merchants@harvest.example'],
            'ops-platform': ['secret-escalation@harvest.example'],
            'ops-users': [ALIAS],
            'support-hours': [{ zone: expect.any(String), days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }],
          },
        },
      ],
    });
  });

  it.each(['csv', 'json'] as const)(
    'R12: shareable as %s holds the shared contact and the hours, and says so',
    async (format) => {
      const { file } = await send({ format, audience: 'third-party' });
      expect(file?.name).toBe(`callsheet-shareable-sheet-2026-03-02.${format}`);
      expect(file?.content.split('\n')[0]).toContain('Shareable: only the contact that users are shown');
      expect(file?.content).toContain(ALIAS);
      expect(words(file)).not.toMatch(INTERNAL);
      expect(words(file)).not.toContain((await theAccount(desk)).id);
    },
  );

  it('of the history has every change with old and new value, who and when', async () => {
    await desk.command('UANA', 'edit');
    await desk.submit('UANA', desk.takeView(), { 'ops-platform': { value: '+night@harvest.example' } });
    const { file } = await send({ what: 'history', format: 'csv' });
    expect(file?.name).toBe('callsheet-history-2026-03-02.csv');
    const read = readCsv(file?.content ?? '');
    const rows = read.ok ? read.rows : [];
    expect(rows.at(-1)).toEqual([
      ...['3', '2026-03-02T12:00:00.000Z', 'UANA', 'uana', 'sheet.saved', 'ops-platform'],
      ...['secret-escalation@harvest.example', '+night@harvest.example'],
    ]);
    expect(file?.content).toContain("'+night@harvest.example");
    const { file: json } = await send({ what: 'history', format: 'json' });
    const { format, version, changes } = JSON.parse(json?.content ?? '') as { changes: object[] } & Record<
      string,
      unknown
    >;
    expect({ format, version, count: changes.length }).toEqual({ format: 'callsheet.history', version: 1, count: 4 });
    expect(changes.at(-1)).toMatchObject({ by: { user: 'UANA', name: 'uana' }, kind: 'sheet.saved' });
  });

  it('R12: of the history is never shareable, and the form says why', async () => {
    const { seen, file } = await send({ what: 'history', audience: 'third-party' });
    expect(seen).toMatchObject({ response_action: 'errors', errors: { audience: expect.stringContaining('members') } });
    expect(file).toBeUndefined();
  });

  it('R15: of all accounts leaves those out that are locked, and names them', async () => {
    await setUp(desk, 'Blue Fig');
    const here = (await accountsOfWorkspace(desk.store, { teamId: TEAM })).find(({ name }) => name === 'Harvest Table');
    await desk.click('UANA', 'export.open', { value: here?.id ?? '' });
    const { file } = await send({ what: 'all', format: 'json' }, { view: desk.takeView() });
    const { accounts } = JSON.parse(file?.content ?? '') as { accounts: { name: string }[] };
    expect(accounts.map(({ name }) => name)).toEqual(['Harvest Table']);
    expect(file?.comment).toContain('missing: Blue Fig');
  });

  it('a viewer may export, and is not offered to import', async () => {
    await bringIn(desk, 'UCHLOE', 'viewer');
    expect(words(await openExport('UCHLOE'))).not.toContain('import.open');
    const { file } = await send({}, { userId: 'UCHLOE' });
    expect(file?.channel).toBe('DUCHLOE');
  });
});

describe('who may have a file is asked again at the moment of sending', () => {
  it('R2: whoever was revoked meanwhile gets nothing', async () => {
    await bringIn(desk, 'UBRUNO', 'editor');
    const view = await openExport('UBRUNO');
    const account = await theAccount(desk);
    await revokeAccess(desk.store, { account, userId: 'UBRUNO', by: 'UANA', now: desk.now });
    await send({}, { userId: 'UBRUNO', view });
    expect(desk.files).toEqual([]);
  });

  it('A9, R12: whoever has become a guest since gets nothing, though they are a member still', async () => {
    await bringIn(desk, 'UBRUNO', 'editor');
    const view = await openExport('UBRUNO');
    desk.people.set('UBRUNO', { id: 'UBRUNO', is_restricted: true });
    const { later } = await send({}, { userId: 'UBRUNO', view });
    expect(later).toContain('Nada foi enviado: você não tem mais acesso');
    expect(desk.files).toEqual([]);
    expect(later).not.toMatch(INTERNAL);
  });
});

describe('a file that Slack does not take', () => {
  it.each([
    ['files.getUploadURLExternal', 'missing_scope', 'has to install it again'],
    ['files.completeUploadExternal', 'restricted_action', 'does not allow files'],
    ['files.completeUploadExternal', 'internal_error', 'could not be sent'],
    ['conversations.open', 'ratelimited', 'could not be sent'],
  ])('is never silent: %s answers %s', async (method, error, said) => {
    const view = await openExport();
    desk.refusals.set(method, error);
    const { later } = await send({}, { view });
    expect(later).toContain(said);
    const reference = /eference:? ([A-Z0-9]{6})/.exec(later)?.[1];
    expect(desk.log).toContainEqual({ event: 'export.failed', facts: expect.objectContaining({ reference }) });
    expect(words(desk.log)).not.toMatch(/@\w+\.example/);
  });

  it('is told by a message to whoever has closed the view', async () => {
    const view = await openExport();
    desk.refusals.set('files.completeUploadExternal', 'internal_error');
    desk.refusals.set('views.update', 'not_found');
    await send({}, { view });
    expect(desk.inbox('UANA').at(-1)?.text).toContain('The file could not be sent');
  });

  it('is sent again by the button that the message has', async () => {
    const view = await openExport();
    desk.refusals.set('files.completeUploadExternal', 'internal_error');
    await send({}, { view });
    desk.refusals.clear();
    await desk.click('UANA', 'export.open', { value: (await theAccount(desk)).id });
    const { file } = await send({}, { view: desk.takeView() });
    expect(file?.name).toBe('callsheet-sheet-2026-03-02.csv');
  });
});
