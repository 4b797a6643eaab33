import type { ModalView } from '@slack/types';
import { PURPOSES } from '../../domain/purpose.ts';
import type { Say } from '../../i18n/say.ts';
import { type Blocks, divider, header, type Message, modal, section } from '../block-kit.ts';
import { purposeHint } from '../contact/words.ts';
import type { Viewer } from '../viewer.ts';
import { supportAndHelp } from './support.ts';

/** The commands that help speaks of: those that are there. */
const DESCRIBED = [
  ...['open', 'status', 'edit', 'who', 'hours', 'coverage', 'share', 'access', 'accounts', 'verify', 'history'],
  ...['export', 'import', 'settings', 'support', 'help'],
] as const;

export const helpModal = {
  id: 'help.view',

  render(_state: object, { say }: Viewer): ModalView {
    return modal({
      id: helpModal.id,
      title: say('help.title'),
      close: say('app.close'),
      metadata: '',
      blocks: [
        section(say.mrkdwn('help.intro')),
        section(say.mrkdwn('help.locked')),
        header(say('help.purposes')),
        ...PURPOSES.map((purpose) => section(`*${say(`purpose.${purpose}`)}*\n${purposeHint(purpose, say)}`)),
        divider(),
        ...commandBlocks(say),
        ...supportAndHelp(say),
      ],
    });
  },
};

export const helpMessage = {
  id: 'help.message',

  /** @param state.notice what the person should know first, such as "did you mean". */
  render({ notice }: { notice: string | null }, { say }: Viewer): Message {
    const help = say('help.text', { commands: DESCRIBED.slice(1).join(', ') });
    return {
      text: notice ? `${notice} ${help}` : help,
      blocks: [
        ...(notice ? [plainSection(notice)] : []),
        section(say.mrkdwn('help.intro')),
        ...commandBlocks(say),
        ...supportAndHelp(say),
      ],
    };
  },
};

const commandBlocks = (say: Say): Blocks => {
  const line = (name: (typeof DESCRIBED)[number]) =>
    `\`/contacts${name === 'open' ? '' : ` ${name}`}\` ${say.mrkdwn(`help.command.${name}`)}`;
  return [header(say('help.commands')), section(DESCRIBED.map(line).join('\n'))];
};

/** People's words, such as an unknown command, are never formatted. */
const plainSection = (text: string): Blocks[number] => ({
  type: 'section',
  text: { type: 'plain_text', text, emoji: false },
});
