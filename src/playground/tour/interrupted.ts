import { choice, fields, text } from '../visitor.ts';
import { PHOTOS } from '../world/cast.ts';
import type { Actor } from './actor.ts';
import type { Chapter } from './story.ts';

/** Two people change the same; one of them is interrupted, and chooses when they come back. */
export const interrupted = (bruno: Actor, priya: Actor): Chapter => ({
  title: 'Bruno is interrupted, Priya saves meanwhile, and nothing of either is lost',
  async play() {
    await bruno.types('edit', PHOTOS);
    await bruno.seesModal('contact.save', 'Dados de contato');
    await bruno.type(fields({ 'tech-emergency': text('plantao@harvest.example') }));
    await bruno.close();
    await priya.types('edit');
    await priya.seesModal('contact.save', 'Contact details');
    await priya.submits({ 'tech-emergency': text('pager@harvest.example') });
    await priya.seesModal('contact.saved', 'Technical emergency saved');
    await bruno.types('edit', PHOTOS);
    await bruno.seesModal(
      'contact.save',
      'Você não tinha salvado isto',
      'plantao@harvest.example',
      'pager@harvest.example',
    );
    await bruno.submits({ 'choice.tech-emergency': choice('both') });
    await bruno.seesModal('contact.saved', 'Emergência técnica');
    await bruno.types('status', PHOTOS);
    await bruno.seesMessage('pager@harvest.example', 'plantao@harvest.example');
  },
});
