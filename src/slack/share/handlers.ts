import { say } from '../../i18n/say.ts';
import { planOf } from '../../store/plans.ts';
import { THIRD_PARTY } from '../sink/guard.ts';
import { post } from '../sink/message.ts';
import { senderOf } from '../sink/sender.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { shareCard, sharedAddress } from './card.ts';
import { refusalOf, type ShareProblem, shareProblem } from './channel.ts';
import { previewView, sharedModal } from './preview.ts';

export const openShare = async ({ deps, account, viewer, now, channelId }: AccountTurn): Promise<Answer> => {
  const here = channelId && /^[CG]/.test(channelId) ? channelId : null;
  const plan = await planOf(deps.store, { accountId: account.id, now });
  const state = { account, plan, now, locale: viewer.say.locale, channelId: here };
  return { kind: 'open', view: previewView.render(state, viewer) };
};

/** Shows the card in the language that was just chosen; the channel stays as it is chosen. */
export async function showLanguage({ deps, account, viewer, now, values }: AccountTurn): Promise<Answer> {
  const chosen = previewView.parse(values, viewer.say.locale);
  const plan = await planOf(deps.store, { accountId: account.id, now });
  return { kind: 'update', view: previewView.render({ account, plan, now, ...chosen }, viewer) };
}

/** Posts what was previewed, on what is true now: the sheet, the channel and the person's place in it are looked at again. */
export async function postCard(turn: AccountTurn): Promise<Answer> {
  const { deps, client, account, viewer, person, now } = turn;
  const refused = (reason: ShareProblem | 'nothing-chosen' | 'nothing-to-share'): Answer => ({
    kind: 'errors',
    errors: { channel: viewer.say(`share.refused.${reason}`) },
  });
  const { channelId, locale } = previewView.parse(turn.values, viewer.say.locale);
  if (!channelId) return refused('nothing-chosen');
  if (sharedAddress(account) === null) return refused('nothing-to-share');
  const problem = await shareProblem(client, { channelId, userId: person.userId });
  if (problem) return refused(problem);
  const plan = await planOf(deps.store, { accountId: account.id, now });
  const card = shareCard.render({ account, plan, now }, { say: say(locale) });
  try {
    const readers = { ...THIRD_PARTY, about: account.id };
    await post(senderOf(turn), readers, { channel: channelId, ...card });
  } catch (error) {
    const reason = refusalOf(error);
    if (reason) return refused(reason);
    throw error;
  }
  return { kind: 'update', view: sharedModal.render({ channelId }, viewer) };
}
