import type { Playground } from '../playground.ts';
import type { MailView } from '../protocol.ts';
import { PATIENCE, text } from '../visitor.ts';
import { OLIVIA } from '../world/cast.ts';
import type { Actor, Print } from './actor.ts';
import type { Chapter } from './story.ts';

/** Mails reach two addresses: whoever reads the first tells the code, whoever reads the second follows the link. */
export const verification = (playground: Playground, print: Print, olivia: Actor): Chapter => ({
  title: 'Olivia has two addresses confirmed, by a code and by a link',
  async play() {
    await olivia.types('verify');
    await olivia.seesModal('verify.view', 'Send code');
    await olivia.press('verify.send', 'tech-emergency.0');
    const [, code = ''] = /^ {4}(\d{6})$/m.exec((await arrived(playground, print, 1)).text) ?? [];
    await olivia.seesModal('verify.view', 'A code is on its way');
    await olivia.press('verify.enter', 'tech-emergency.0');
    await olivia.seesModal('verify.code', 'six digits');
    await olivia.submits({ code: text(code) });
    await olivia.seesModal('verify.view', 'is confirmed.');
    await olivia.press('verify.send', 'tech-non-emergency.0');
    const [link = ''] = /https?:\S+\/verify\/[\w-]{43}/.exec((await arrived(playground, print, 2)).text) ?? [];
    const page = async (method: string) => titleOf(await (await fetch(link, { method })).text());
    print(
      `Whoever reads that mailbox follows the link: “${await page('GET')}”, and presses the button: “${await page('POST')}”`,
    );
    await olivia.types('verify');
    await olivia.seesModal('verify.view', '2 of ');
    await olivia.types('history');
    await olivia.seesModal('history.view', 'by the link in the mail');
  },
});

async function arrived(playground: Playground, print: Print, count: number): Promise<MailView> {
  const mail = await playground.until(OLIVIA, ({ mailbox }) => mailbox[count - 1], PATIENCE);
  print(`A mail to ${mail.to.join(', ')}: ${mail.subject}`);
  for (const line of mail.text.split('\n')) print(`    ${line}`);
  return mail;
}

const titleOf = (page: string): string => /<h1>([^<]*)<\/h1>/.exec(page)?.[1] ?? page;
