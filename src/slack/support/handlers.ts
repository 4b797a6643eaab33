import { holds } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { findAccount } from '../../store/accounts.ts';
import type { Command } from '../command.ts';
import type { Answer, Turn } from '../turn.ts';
import { helpMessage, helpModal } from './help.ts';
import { supportMessage, supportModal } from './support.ts';

/** The account that the person was looking at, if they may know it. */
async function accountInView({ deps, teamId, metadata, person, now }: Turn): Promise<Account | null> {
  if (!metadata.account) return null;
  const account = await findAccount(deps.store, { teamId, accountId: metadata.account });
  return account && holds(account, person, 'viewer', now) ? account : null;
}

export async function openSupport(turn: Turn): Promise<Answer> {
  const account = await accountInView(turn);
  return { kind: 'open', view: supportModal.render({ support: turn.deps.support, account }, turn.viewer) };
}

export const saySupport = async ({ deps, viewer }: Turn): Promise<Answer> => ({
  kind: 'say',
  message: supportMessage.render({ support: deps.support, account: null }, viewer),
});

export const openHelp = async ({ viewer }: Turn): Promise<Answer> => ({
  kind: 'open',
  view: helpModal.render({}, viewer),
});

export const sayHelp = async ({ viewer }: Turn): Promise<Answer> => ({
  kind: 'say',
  message: helpMessage.render({ notice: null }, viewer),
});

/** An unknown word gets the help, and a guess at what was meant. */
export function sayUnknown({ viewer: { say }, viewer }: Turn, command: Extract<Command, { kind: 'unknown' }>): Answer {
  const { word, suggestion } = command;
  const guess = suggestion && suggestion !== 'open' ? ` ${say('command.did-you-mean', { suggestion })}` : '';
  const notice = `${say('command.unknown', { word })}${guess}`;
  return { kind: 'say', message: helpMessage.render({ notice }, viewer) };
}

export const sayNotYet =
  (command: string) =>
  async ({ viewer }: Turn): Promise<Answer> => {
    const notice = viewer.say('command.not-yet', { command });
    return { kind: 'say', message: helpMessage.render({ notice }, viewer) };
  };

export const acknowledge = async (): Promise<Answer> => ({ kind: 'nothing' });
