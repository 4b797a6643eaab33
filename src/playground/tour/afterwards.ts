import type { Playground } from '../playground.ts';
import { choices, fields, text, visitor } from '../visitor.ts';
import { LAUNCH, OLIVIA, PRIYA } from '../world/cast.ts';
import type { Print } from './actor.ts';
import { ALIAS, type People } from './people.ts';
import type { Chapter } from './story.ts';

const CARE = 'care@harvest.example';
const DAYS = 91;

/** The brand's alias moves on, and the sheet with it. */
export const drift = ({ olivia }: People): Chapter => ({
  title: 'The support alias changes, and one click mends what users are shown',
  async play() {
    await olivia.types('settings');
    await olivia.seesModal('settings.view', 'default brand', ALIAS);
    await olivia.press('brand.edit');
    await olivia.seesModal('brand.change', 'the address that users are shown');
    await olivia.submits({ alias: text(CARE) });
    await olivia.seesModal('brand.news', `Users are shown ${ALIAS}`, CARE);
    await olivia.press('brand.mend');
    await olivia.seesModal('brand.news', 'Done.', CARE);
  },
});

/** @param pass lets so many days go by, for Slack and for the app */
export const stillRight = ({ olivia, bruno }: People, pass: (days: number) => Promise<void>): Chapter => ({
  title: 'Three months later: are the details still right?',
  async play() {
    await pass(DAYS);
    await olivia.seesMessage('Do the contact details of Harvest Table still hold?', 'last confirmed', 'pager@');
    await bruno.seesHome('Ainda está certo?');
    await olivia.pressesIn('still hold?', 'contact.confirm');
    await olivia.seesMessage('Thank you. The details of', 'are confirmed');
    await bruno.seesHome('A próxima pergunta é em');
  },
});

export const departure = (playground: Playground, print: Print, { olivia }: People): Chapter => ({
  title: 'Priya leaves the company, and the account needs attention',
  async play() {
    await playground.change(PRIYA, { deleted: true });
    print('Priya’s Slack account is deactivated');
    await olivia.seesMessage('needs attention', 'Choose alert contacts');
    await olivia.seesHome('Needs attention', 'Production 6/7, missing Alert contacts');
    await olivia.types('history');
    await olivia.seesModal('history.view', 'left the workspace and lost access');
  },
});

const OTHERS = ['Blue Door Pizza', 'Corner Noodles', 'Fig and Olive', 'Green Fork', 'Padaria Nova'];

/** Many accounts: the worst first, found by name, and no question where a channel says which. */
export const accounts = (playground: Playground, print: Print, { olivia }: People): Chapter => ({
  title: 'Olivia looks after six accounts, and finds one of them',
  async play() {
    await olivia.types('settings');
    await olivia.seesModal('settings.view', 'means this account');
    await olivia.press('channel.open');
    await olivia.seesModal('channel.link');
    await olivia.submits();
    await olivia.seesModal('settings.view', `<#${LAUNCH}>`);
    await olivia.closes();
    const hands = visitor(playground, OLIVIA);
    for (const name of OTHERS) {
      await hands.openHome((home) => JSON.stringify(home).includes('account.open'));
      await hands.pressAtHome('account.open');
      await hands.modal('account.create');
      const answers = {
        name: text(name),
        brand: text(name),
        alias: text(`help@${name.split(' ')[0]?.toLowerCase()}.example`),
      };
      await hands.submit(fields({ ...answers, integrations: choices('menu-feed') }));
      await hands.modal('contact.save');
      await hands.close();
      print(`Olivia adds the account ${name}`);
    }
    await olivia.types('accounts');
    await olivia.seesModal('account.list', '6 accounts', 'Find an account');
    const [found] = await olivia.search('account.choose', 'fork');
    await olivia.press('account.choose', undefined, { selected_option: found ?? null });
    await olivia.seesModal('contact.save', 'Green Fork');
    await olivia.closes();
    await olivia.types('who the integration is down');
    await olivia.seesMessage('Harvest Table: who do we call?', 'pager@');
  },
});
