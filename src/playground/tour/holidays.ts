import { choice } from '../visitor.ts';
import type { Actor } from './actor.ts';
import type { Chapter } from './story.ts';

/** What differs from the weekly hours: a country's holidays with one click, and a day of one's own. */
export const holidays = (priya: Actor): Chapter => ({
  title: 'Priya takes the holidays over with one click, and says what the account means to cover',
  async play() {
    await priya.types('settings');
    await priya.seesModal('settings.view', 'Exceptions and holidays');
    await priya.press('plan.open');
    await priya.seesModal('plan.view', 'Nothing is different in the coming time');
    await priya.press('holiday.open');
    await priya.seesModal('holiday.take', 'Holidays of United States');
    await priya.press('country.add');
    await priya.seesModal('holiday.take', 'Christmas Day');
    await priya.submits();
    await priya.seesModal('plan.view', 'Taken over', 'Christmas Day (New York)');
    await priya.press('target.open');
    await priya.seesModal('target.save', 'Our weekly hours');
    await priya.submits({ preset: choice('always') }, 'target.preset');
    await priya.seesModal('plan.view', 'The coverage is now measured against these hours');
  },
});
