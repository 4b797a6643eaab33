import { NO_PLAN } from '../../src/domain/coverage/plan.ts';
import { outlineOf } from '../../src/domain/outline.ts';
import { say } from '../../src/i18n/say.ts';
import { accountsView, pickMessage } from '../../src/slack/account/accounts.ts';
import { statusMessage } from '../../src/slack/contact/status.ts';
import { shareCard } from '../../src/slack/share/card.ts';
import { previewView, sharedModal } from '../../src/slack/share/preview.ts';
import { whoMessage } from '../../src/slack/who/answer.ts';
import type { Render } from './surfaces.ts';

/** As many mailboxes as there are, all of which come back: the most that can be said against a sheet. */
const allBounced = (sheet: object) =>
  new Map(
    Object.values(sheet)
      .flat()
      .filter((value) => typeof value === 'string')
      .map((address) => [address.toLowerCase(), 'bounced'] as const),
  );

/** The card, its preview, whom to call, what is weak, and the list of accounts. */
export const SHARING: Record<string, Render> = {
  [shareCard.id]: ({ account, now }, viewer) => shareCard.render({ account, plan: NO_PLAN, now }, viewer),
  [previewView.id]: ({ account, now }, viewer) =>
    previewView.render({ account, plan: NO_PLAN, now, locale: viewer.say.locale, channelId: 'C0GENERAL' }, viewer),
  [`${previewView.id} in the other language`]: ({ account, now }, viewer) => {
    const locale = viewer.say.locale === 'en' ? say('pt-BR').locale : say('en').locale;
    return previewView.render({ account, plan: NO_PLAN, now, locale, channelId: null }, viewer);
  },
  [sharedModal.id]: (_, viewer) => sharedModal.render({ channelId: 'C0GENERAL' }, viewer),

  [whoMessage.id]: ({ account, now }, viewer) =>
    whoMessage.render({ account, plan: NO_PLAN, now, situation: null, unclear: null, guesses: [] }, viewer),
  [`${whoMessage.id} unclear`]: ({ account, now, notice }, viewer) =>
    whoMessage.render(
      {
        account,
        plan: NO_PLAN,
        now,
        situation: null,
        unclear: (notice[0] ?? '?').slice(0, 100),
        guesses: ['alerts', 'matching'],
      },
      viewer,
    ),
  ...Object.fromEntries(
    (['integration-down', 'support-open', 'alerts'] as const).map((situation): [string, Render] => [
      `${whoMessage.id} ${situation}`,
      ({ account, now }, viewer) =>
        whoMessage.render({ account, plan: NO_PLAN, now, situation, unclear: null, guesses: ['alerts'] }, viewer),
    ]),
  ),

  [`${statusMessage.id} weak`]: ({ account, now }, viewer) =>
    statusMessage.render(
      {
        ...{ account, now },
        known: { mailboxes: allBounced(account.sheet) },
      },
      viewer,
    ),

  [accountsView.id]: ({ accounts }, viewer) =>
    accountsView.render({ accounts: accounts.map(outlineOf), page: 0 }, viewer),
  [`${accountsView.id} in the middle`]: ({ accounts }, viewer) =>
    accountsView.render({ accounts: accounts.map(outlineOf), page: 1 }, viewer),
  [pickMessage.id]: ({ accounts }, viewer) =>
    pickMessage.render(
      { accounts: accounts.map(outlineOf), meant: { command: 'who', detail: 'integration-down' } },
      viewer,
    ),
};
