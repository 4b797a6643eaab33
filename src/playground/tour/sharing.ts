import { NORTHWIND, PHOTOS } from '../world/cast.ts';
import { ALIAS, INTERNAL, type People } from './people.ts';
import type { Chapter } from './story.ts';

/** Whom people are told to call: the team itself, a guest, and another company. */
export const sharing = ({ olivia, bruno, gil, sofia }: People): Chapter[] => [
  {
    title: 'Who do we call? Olivia asks in English, and Bruno in Portuguese',
    async play() {
      await olivia.types('who the integration is down');
      await olivia.seesMessage('pager@harvest.example', 'This is the contact for emergencies');
      await bruno.types('quem reembolso', PHOTOS);
      await bruno.seesMessage('merchants@harvest.example', 'problemas com um estabelecimento');
      await olivia.types('who the coffee is cold');
      await olivia.seesMessage('I am not sure what “the coffee is cold” means.', 'Choose what happened');
    },
  },
  {
    title: 'Olivia sees what Northwind will see, and shares just that',
    async play() {
      await olivia.types('share', NORTHWIND);
      await olivia.seesModal('share.post', 'What will they see?', ALIAS);
      await olivia.submits();
      await olivia.seesModal('share.done', 'The card is in');
      await sofia.seesMessage('Harvest Table: contact and support hours', ALIAS);
      sofia.seesNowhere(INTERNAL);
    },
  },
  {
    title: 'Gil, a guest, learns only what everybody may know',
    async play() {
      await gil.types('status', PHOTOS);
      await gil.seesModal('access.none', 'Callsheet is for people of this workspace');
      await gil.closes();
      await olivia.types('settings', PHOTOS);
      await olivia.seesModal('settings.view', 'No channel is linked yet');
      await olivia.press('channel.open');
      await olivia.seesModal('channel.link', 'whoever types it');
      await olivia.submits();
      await olivia.seesModal('settings.view', `<#${PHOTOS}>`);
      await olivia.closes();
      await gil.types('who refund', PHOTOS);
      await gil.seesMessage(`Write to ${ALIAS}.`);
      gil.seesNowhere(INTERNAL);
    },
  },
];
