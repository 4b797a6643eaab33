import { saveAdminChannel } from '../../store/access.ts';
import { refreshSettings, settingsBelow } from '../settings/below.ts';
import { slackError } from '../slack-error.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { channelProblem } from './admin-channel.ts';
import { channelView } from './channel.ts';
import { whileHolding } from './still.ts';

export const openChannel = async (turn: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: channelView.render({ account: turn.account, settings: settingsBelow(turn) }, turn.viewer),
});

export async function saveChannel(turn: AccountTurn): Promise<Answer> {
  const { deps, client, viewer, person, now } = turn;
  const { channelId } = channelView.parse(turn.values);
  const problem = channelId && (await problemOf(client, channelId));
  if (problem) return { kind: 'errors', errors: { channel: viewer.say(`users.refused.${problem}`) } };
  return whileHolding(turn, 'admin', async (account) => {
    const saved = await saveAdminChannel(deps.store, { account, channelId, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    return { kind: 'nothing', after: () => refreshSettings(turn, saved.account) };
  });
}

/** A private channel that Callsheet is not in does not exist for it. */
async function problemOf(client: AccountTurn['client'], channelId: string) {
  try {
    return await channelProblem(client, channelId);
  } catch (error) {
    if (slackError(error) === 'channel_not_found') return 'channel-out';
    throw error;
  }
}
