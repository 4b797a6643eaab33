import { type Account, defaultBrand } from '../../domain/account.ts';
import { hoursOf, type Plan } from '../../domain/coverage/plan.ts';
import { type Route, route } from '../../domain/route.ts';
import { escapeMrkdwn } from '../../i18n/say.ts';
import { context, header, type Message, section } from '../block-kit.ts';
import { momentForAll, openForAll } from '../hours/open.ts';
import { windowText } from '../hours/words.ts';
import { supportAndHelp } from '../support/support.ts';
import type { Viewer } from '../viewer.ts';

/** The one address that a card can name; null if there is nothing to share. */
export function sharedAddress(account: Account): string | null {
  const contact = shared(account, 'ops-users');
  return contact.kind === 'addresses' ? contact.addresses.join(', ') : null;
}

const shared = (account: Account, purpose: 'ops-users' | 'support-hours'): Route =>
  route(account, purpose, account.environment, 'third-party');

/** What third parties are shown in a channel (X3). Whoever renders it: it is always rendered for a third party. */
export const shareCard = {
  id: 'share.card',

  render({ account, plan, now }: { account: Account; plan: Plan; now: Date }, { say }: Pick<Viewer, 'say'>): Message {
    const brand = defaultBrand(account)?.name ?? account.name;
    const address = sharedAddress(account) ?? say('status.none');
    const hours = shared(account, 'support-hours');
    const windows = hours.kind === 'hours' ? hours.windows : [];
    const open = openForAll({ ...hoursOf(account, plan), windows }, now, say);
    // A card stays where it is: it says of when it speaks.
    const date = momentForAll(now, windows[0]?.zone ?? 'UTC', say);
    const known = windows.length > 0;
    const lines = known ? windows.map((window) => windowText(window, say)) : [say('status.none')];
    return {
      text: say.mrkdwn('share.card.text', { brand, address, open: { mrkdwn: open }, hours: lines.join('; ') }),
      blocks: [
        header(say('share.card.heading', { brand })),
        section(say.mrkdwn('shared.contact', { address })),
        ...(known ? [section(open)] : []),
        section([say.mrkdwn('share.card.hours'), ...lines.map(escapeMrkdwn)].join('\n')),
        ...(known ? [context(say.mrkdwn('share.card.as-of', { date }))] : []),
        ...supportAndHelp(say),
      ],
    };
  },
};
