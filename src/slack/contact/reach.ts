import type { Account } from '../../domain/account.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { type Route, route } from '../../domain/route.ts';
import { escapeMrkdwn, mention, type Say } from '../../i18n/say.ts';
import { windowText } from '../hours/words.ts';
import type { Viewer } from '../viewer.ts';

/** Who is reached for a purpose, as far as this viewer may know (R25), in words. */
export const reach = (account: Account, purpose: Purpose, viewer: Viewer): Route =>
  route(account, purpose, account.environment, viewer.audience);

export function routeMrkdwn(found: Route, say: Say): string {
  switch (found.kind) {
    case 'people':
      return found.userIds.map((userId) => mention(userId).mrkdwn).join(', ');
    case 'addresses':
      return found.addresses.map((address) => escapeMrkdwn(address)).join('\n');
    case 'hours':
      return found.windows.map((window) => escapeMrkdwn(windowText(window, say))).join('\n');
    case 'nobody':
      return `_${nobodyText(found.why, say)}_`;
  }
}

export function routeText(found: Route, say: Say): string {
  switch (found.kind) {
    case 'people':
      return found.userIds.map((userId) => mention(userId).mrkdwn).join(', ');
    case 'addresses':
      return found.addresses.join(', ');
    case 'hours':
      return found.windows.map((window) => windowText(window, say)).join('; ');
    case 'nobody':
      return nobodyText(found.why, say);
  }
}

const nobodyText = (why: Extract<Route, { kind: 'nobody' }>['why'], say: Say): string =>
  say(why === 'sandbox' ? 'status.sandbox' : why === 'not-available' ? 'status.not-available' : 'status.none');
