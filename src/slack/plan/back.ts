import type { Button } from '@slack/types';
import type { Say } from '../../i18n/say.ts';
import { button } from '../block-kit.ts';

/**
 * Another page of the list, and the way back to it. The list, its forms and their outcomes stand in one view, one after the
 * other: it may be the third of the stack already, where nothing more can be put on top.
 */
export const PLAN_PAGE = 'plan.page';

export const backButton = (say: Say): Button => button(PLAN_PAGE, say('plan.back'), { value: '0' });
