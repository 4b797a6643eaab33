import { PHOTOS } from '../world/cast.ts';
import type { Actor } from './actor.ts';
import type { Chapter } from './story.ts';

/** The words stand at once; the picture follows, in the view and as a message. */
export const coverage = (olivia: Actor, bruno: Actor): Chapter => ({
  title: 'Olivia covers a gap, Bruno sees so in Portuguese, and she hands it back',
  async play() {
    await olivia.types('coverage');
    await olivia.seesModal(
      'coverage.view',
      'of what should be covered this week is covered.',
      'Gaps in the coming 7 days',
    );
    await olivia.seesMessage('Coverage of Harvest Table');
    await olivia.press('cover.take');
    await olivia.seesModal('coverage.view', 'cover.return');
    await bruno.types('cobertura', PHOTOS);
    await bruno.seesModal('coverage.view', 'do que deveria estar coberto nesta semana está coberto.', '<@');
    await bruno.seesMessage('Cobertura de Harvest Table');
    await olivia.press('cover.return');
    await olivia.seesModal('coverage.view', 'cover.take');
  },
});
