import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newMailer } from '../../src/mail/mailer.ts';
import { startApp } from '../../src/playground/app-process.ts';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import { fields, PATIENCE, text, visitor } from '../../src/playground/visitor.ts';
import { OLIVIA } from '../../src/playground/world/cast.ts';
import { completeSheet } from './complete-sheet.ts';
import { manifest } from './stage.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function open(transport: 'http' | 'socket' = 'http'): Promise<Playground> {
  const playground = await startPlayground({ manifest: manifest(), transport });
  closers.push(playground.close);
  return playground;
}

describe('X9: the mailbox', () => {
  let playground: Playground;
  beforeEach(async () => {
    playground = await open();
  });

  const send = async (letter: { to: string; subject: string; text: string }) => {
    const { hostname, port } = new URL(playground.smtpUrl);
    const server = { host: hostname, port: Number(port), secure: false, near: true, user: null, password: null };
    const mailer = newMailer(server, { name: 'Callsheet', address: 'callsheet@platform.example' });
    closers.push(mailer.close);
    return mailer.send({ ...letter, html: `<p>${letter.text}</p>` });
  };

  it.each([
    ['plain words', 'Confirm', 'The code is 123456.\n\nhttp://127.0.0.1:1/verify/abc'],
    ['Portuguese, and long lines', 'Confirmação de endereço — São João', `${'Você não é ninguém. '.repeat(20)}fim`],
    ['what MIME itself is made of', 'a=?b?= =20', '=20 --boundary\n.\n..\n=C3=A7'],
    ['other letters alone', '確認してください', '「確認」して'],
  ])('shows %s as they were written', async (_, subject, said) => {
    expect(await send({ to: 'oncall@harvest.example', subject, text: said })).toEqual({ kind: 'accepted' });
    expect(playground.snapshot(OLIVIA).mailbox).toMatchObject([
      { to: ['oncall@harvest.example'], from: 'Callsheet <callsheet@platform.example>', subject, text: said },
    ]);
  });

  it('has mailboxes that nobody has, so that a bounce can be seen', async () => {
    const letter = { to: 'bounce@harvest.example', subject: 'Confirm', text: 'x' };
    expect(await send(letter)).toEqual({ kind: 'refused' });
    expect(playground.snapshot(OLIVIA).mailbox).toEqual([]);
  });
});

describe.each(['http', 'socket'] as const)('verification over %s', (transport) => {
  it('X9: leads from a mail in the mailbox to a confirmed address, by code and by link', {
    timeout: 60_000,
  }, async () => {
    const playground = await open(transport);
    const folder = await mkdtemp(join(tmpdir(), 'callsheet-mailbox-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    const app = await startApp(playground, { transport, databaseUrl: `file:${join(folder, 'mail.sqlite')}` });
    closers.push(app.stop);
    const olivia = visitor(playground, OLIVIA);
    await completeSheet(olivia);
    // What was saved offers it.
    await olivia.press('verify.open');
    await olivia.modal('verify.view');
    await olivia.press('verify.send', 'tech-emergency.0');
    const mail = await playground.until(OLIVIA, ({ mailbox }) => mailbox[0], PATIENCE);
    expect(mail.to).toEqual(['oncall@harvest.example']);
    const [, code = ''] = /^ {4}(\d{6})$/m.exec(mail.text) ?? [];
    await olivia.modal('verify.view', ({ view }) => JSON.stringify(view).includes('A code is on its way'));
    await olivia.press('verify.enter', 'tech-emergency.0');
    await olivia.modal('verify.code');
    await olivia.submit(fields({ code: text(code) }));
    await olivia.modal('verify.view', ({ view }) =>
      JSON.stringify(view).includes('oncall@harvest.example is confirmed'),
    );

    await olivia.press('verify.send', 'tech-non-emergency.0');
    const second = await playground.until(OLIVIA, ({ mailbox }) => mailbox[1], PATIENCE);
    const [link = ''] = /http:\/\/127\.0\.0\.1:\d+\/verify\/[\w-]{43}/.exec(second.text) ?? [];
    expect(await (await fetch(link)).text()).toContain('Confirm this address');
    expect(await (await fetch(link, { method: 'POST' })).text()).toContain('the address is confirmed');
    await olivia.command('verify');
    await olivia.modal('verify.view', ({ view }) => JSON.stringify(view).includes('2 of '));
  });
});
