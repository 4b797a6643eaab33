import { PHOTOS } from '../world/cast.ts';
import type { Actor } from './actor.ts';
import type { Chapter } from './story.ts';

/** Hours by one click, what is odd about them said on the spot, and the way back. */
export const supportHours = (olivia: Actor): Chapter => ({
  title: 'Olivia follows the sun, thinks better of it, and is told what 23:59 leaves open',
  async play() {
    await olivia.types('hours', PHOTOS);
    await olivia.seesModal('hours.save', 'So far');
    await olivia.press('hours.preset.2', 'presets');
    await olivia.seesModal('hours.save', 'every hour of the week');
    await olivia.press('hours.preset.1', 'presets');
    await olivia.seesModal('hours.save', '45 hours a week');
    await olivia.enters({ 'end.4': { selected_time: '23:59' } });
    await olivia.seesModal('hours.save', 'the minute until midnight is not covered');
    await olivia.press('hours.midnight', 'midnight');
    await olivia.seesModal('hours.save', '09:00–24:00', '75 hours a week');
    await olivia.submits();
    await olivia.seesModal('contact.saved', 'Support hours saved');
  },
});
