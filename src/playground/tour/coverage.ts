import type { Actor } from './actor.ts';
import type { Chapter } from './story.ts';

/** The words stand at once; the picture follows, in the view and as a message. */
export const coverage = (olivia: Actor, bruno: Actor): Chapter => ({
  title: 'Olivia looks at the coverage, and Bruno does so in Portuguese',
  async play() {
    await olivia.types('coverage');
    await olivia.seesModal('coverage.view', '100% of what should be covered this week is covered.');
    await olivia.seesMessage('Coverage of Harvest Table', 'No gap in the coming 7 days');
    await bruno.types('cobertura');
    await bruno.seesModal('coverage.view', 'do que deveria estar coberto nesta semana está coberto.');
    await bruno.seesMessage('Cobertura de Harvest Table', 'Nenhuma lacuna nos próximos 7 dias');
  },
});
