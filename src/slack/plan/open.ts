import type { Button } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Say } from '../../i18n/say.ts';
import { button } from '../block-kit.ts';

/** Shows what is planned besides the weekly hours: exceptions, holidays, target hours. */
export const OPEN_PLAN = 'plan.open';

/** The way there, for every surface that speaks of hours or coverage. The account has to be unlocked (R15). */
export const openPlanButton = (account: Account, say: Say): Button =>
  button(OPEN_PLAN, say('plan.open'), { value: account.id });
