import type { Playground } from '../playground.ts';
import { choice, choices, text } from '../visitor.ts';
import { BRUNO, PHOTOS, PRIYA } from '../world/cast.ts';
import type { Print } from './actor.ts';
import { accounts, departure, drift, stillRight } from './afterwards.ts';
import { coverage } from './coverage.ts';
import { holidays } from './holidays.ts';
import { interrupted } from './interrupted.ts';
import { ALIAS, peopleOf, user } from './people.ts';
import { sharing } from './sharing.ts';
import { supportHours } from './support-hours.ts';
import { together } from './together.ts';
import { verification } from './verification.ts';

/** A chapter of the story: it begins where the one before it ended. */
export interface Chapter {
  title: string;
  play(): Promise<void>;
}

/** The whole story: an account from its first day, and what becomes of it. @param pass lets so many days go by */
export function story(playground: Playground, print: Print, pass: (days: number) => Promise<void>): Chapter[] {
  const people = peopleOf(playground, print);
  return [
    ...beginning(playground, print),
    stillRight(people, pass),
    departure(playground, print, people),
    accounts(playground, print, people),
  ];
}

/** From an empty workspace to an account in production that several people keep. */
export function beginning(playground: Playground, print: Print): Chapter[] {
  const people = peopleOf(playground, print);
  const { olivia, priya, ana, bruno } = people;

  return [
    {
      title: 'Olivia sets the account up, and everything else is locked',
      async play() {
        await olivia.types('');
        await olivia.seesModal('account.create', 'Welcome to Callsheet.');
        const answers = { name: text('Harvest Table'), brand: text('Harvest Table'), alias: text(ALIAS) };
        await olivia.submits({ ...answers, integrations: choices('ordering-end-to-end') });
        await olivia.seesModal('contact.save', 'Required information');
        await olivia.types('history');
        await olivia.seesModal('contact.save', 'Required information');
        await olivia.types('stauts');
        await olivia.seesMessage('Did you mean status?');
      },
    },
    {
      title: 'Priya asks for access, and Olivia approves',
      async play() {
        await priya.types('');
        await priya.seesModal('access.none', 'You do not have access');
        await priya.press('access.ask');
        await priya.seesModal('access.request', 'Harvest Table');
        await priya.submits({ reason: text('I know the technical contacts.'), role: choice('editor') });
        await priya.seesModal('access.pending', 'with the admins');
        await olivia.seesMessage('I know the technical contacts.', 'access.approve');
        await olivia.pressesIn('I know the technical contacts.', 'access.approve');
        await olivia.seesModal('access.decide', 'Approve: Editor from now on');
        await olivia.submits({ note: text('Thank you for helping!') });
        await olivia.seesModal('access.decided', 'now has access');
        await olivia.seesMessage('I know the technical contacts.', 'Approved by');
        await priya.seesMessage('approved your access', 'Thank you for helping!');
      },
    },
    {
      title: 'Priya fills the sheet in, bit by bit, and it unlocks for everyone',
      async play() {
        await priya.pressesIn('approved your access', 'contact.open');
        await priya.seesModal('contact.save', 'Required information');
        await priya.submits({
          'tech-emergency': text('priya dot nair'),
          'ops-platform': text('escalations@harvest.example'),
        });
        await priya.seesErrorAt('tech-emergency', 'is not an e-mail address');
        await priya.submits({ 'tech-emergency': text('priya.nair@harvest.example') });
        await priya.seesModal('contact.save', 'Still missing', 'looks like the mailbox of one person');
        await priya.submits({
          'tech-emergency': text('oncall@harvest.example'),
          'tech-non-emergency': text('api@harvest.example, dev@harvest.example'),
          'ops-merchant': text('merchants@harvest.example'),
        });
        await priya.seesModal('contact.save', 'Still missing: Support hours');
        await priya.press('hours.open');
        await priya.seesModal('hours.save', 'Window 1');
        await priya.search('hours.zone', 'new york');
        await priya.submits({ 'zone.0': choice('America/New_York') }, 'hours.zone');
        await priya.seesModal('contact.saved', 'Your integration can start.');
        await olivia.seesHome('Sandbox 6/6, complete', 'Ready to launch?');
      },
    },
    {
      title: 'Ana pede acesso, e Olivia recusa',
      async play() {
        await ana.types('');
        await ana.seesModal('access.none', 'Sem acesso');
        await ana.press('access.ask');
        await ana.seesModal('access.request', 'Pedir acesso');
        await ana.submits({ reason: text('Quero conferir os contatos.') });
        await ana.seesModal('access.pending', 'Pedido enviado');
        await olivia.pressesIn('Quero conferir os contatos.', 'access.deny');
        await olivia.seesModal('access.decide', 'Deny');
        await olivia.submits({ note: text('Bruno takes care of this.') });
        await olivia.seesModal('access.decided', 'The request is denied');
        await ana.seesMessage('foi recusado por', 'Bruno takes care of this.');
      },
    },
    {
      title: 'Olivia brings Bruno in, who reads the sheet in Portuguese',
      async play() {
        await olivia.types('access');
        await olivia.seesModal('access.grant', 'Bring somebody in');
        await olivia.submits({ person: user(BRUNO), role: choice('editor') });
        await olivia.seesModal('access.grant', 'can now open the sheet');
        await bruno.seesMessage('deu a você acesso');
        await bruno.types('situação', PHOTOS);
        await bruno.seesMessage('Emergência técnica', 'oncall@harvest.example');
      },
    },
    interrupted(bruno, priya),
    holidays(priya),
    {
      title: 'Olivia launches to production, with Priya as alert contact',
      async play() {
        await olivia.types('status');
        await olivia.pressesIn('Ready to launch?', 'launch.open');
        await olivia.seesModal('launch.confirm', 'who is alerted');
        await olivia.submits({ alert: { type: 'multi_users_select', selected_users: [PRIYA] } });
        await olivia.seesModal('launch.done', 'is in production');
        await olivia.seesHome('Production 7/7, complete');
      },
    },
    {
      title: 'Priya changes the emergency contact, and Olivia takes it back with one click',
      async play() {
        await priya.types('edit');
        await priya.seesModal('contact.save', 'Technical emergency');
        await priya.submits({ 'tech-emergency': text('pager@harvest.example, night@harvest.example') });
        await priya.seesModal('contact.saved', 'Technical emergency saved');
        await olivia.types('history');
        await olivia.seesModal('history.view', 'added: night@harvest.example', 'launched to production');
        await olivia.press('history.undo');
        await olivia.seesModal(
          'history.view',
          'Technical emergency is as it was before',
          'removed: night@harvest.example',
        );
        await olivia.press('history.older');
        await olivia.seesModal('history.view', 'set the account up');
        await priya.press('history.undo');
        await priya.seesModal('history.undone', 'has undone this already');
      },
    },
    supportHours(people.olivia),
    ...sharing(people),
    ...together(people),
    drift(people),
    coverage(people.olivia, people.bruno),
    verification(playground, print, olivia),
  ];
}
