import type { PersonView } from '../protocol.ts';

/** A company in Slack: a team, with the address of its workspace. */
export interface Team {
  id: string;
  name: string;
  domain: string;
}

export interface Person {
  id: string;
  teamId: string;
  handle: string;
  name: string;
  title: string;
  email: string;
  locale: string;
  zone: string;
  kind: PersonView['kind'];
  colour: string;
  deleted: boolean;
}

export interface Room {
  id: string;
  name: string;
  kind: 'channel' | 'private' | 'dm';
  memberIds: string[];
  hasApp: boolean;
  sharedWith: string[];
  archived: boolean;
  purpose: string;
}

export const HOME: Team = { id: 'T07HARVEST1', name: 'Harvest Table', domain: 'harvest-table' };
export const PARTNER: Team = { id: 'T09NORTHWND', name: 'Northwind Delivery', domain: 'northwind-delivery' };

export const OLIVIA = 'U07OLIVIA01';
export const MARCUS = 'U07MARCUS02';
export const ANA = 'U07ANASZA03';
export const PRIYA = 'U07PRIYA004';
export const BRUNO = 'U07BRUNO005';
export const TOM = 'U07TOMBKR06';
export const GIL = 'U07GILGST07';
export const DANA = 'U07DANAFX08';
export const SOFIA = 'U09SOFIA001';
export const SLACKBOT = 'USLACKBOT';
export const APP_USER = 'U07CALLSHT0';

const person = (
  id: string,
  kind: Person['kind'],
  words: Omit<Person, 'id' | 'kind' | 'teamId' | 'deleted'>,
): Person => ({
  id,
  kind,
  teamId: HOME.id,
  deleted: false,
  ...words,
});

/** The people of the story, the first one first. All of them are invented. */
export const CAST: readonly Person[] = [
  person(OLIVIA, 'owner', {
    ...{ handle: 'olivia', name: 'Olivia Grant', title: 'Head of Partnerships', email: 'olivia.grant@harvest.example' },
    ...{ locale: 'en-US', zone: 'America/New_York', colour: '#7a4bc4' },
  }),
  person(MARCUS, 'admin', {
    ...{ handle: 'marcus', name: 'Marcus Lee', title: 'IT administrator', email: 'marcus.lee@harvest.example' },
    ...{ locale: 'en-GB', zone: 'Europe/London', colour: '#2f6f4e' },
  }),
  person(ANA, 'member', {
    ...{ handle: 'ana', name: 'Ana Souza', title: 'Gerente de integrações', email: 'ana.souza@harvest.example' },
    ...{ locale: 'pt-BR', zone: 'America/Sao_Paulo', colour: '#b3472f' },
  }),
  person(PRIYA, 'member', {
    ...{ handle: 'priya', name: 'Priya Nair', title: 'Integration engineer', email: 'priya.nair@harvest.example' },
    ...{ locale: 'en-US', zone: 'Asia/Kolkata', colour: '#1f6f8b' },
  }),
  person(BRUNO, 'member', {
    ...{ handle: 'bruno', name: 'Bruno Carvalho', title: 'Operações', email: 'bruno.carvalho@harvest.example' },
    ...{ locale: 'pt-BR', zone: 'America/Manaus', colour: '#8a6a12' },
  }),
  person(TOM, 'member', {
    ...{ handle: 'tom', name: 'Tom Becker', title: 'Support lead', email: 'tom.becker@harvest.example' },
    ...{ locale: 'en-GB', zone: 'Australia/Adelaide', colour: '#a23b72' },
  }),
  person(GIL, 'guest', {
    ...{ handle: 'gil', name: 'Gil Moreau', title: 'Contractor, photos', email: 'gil@moreau.example' },
    ...{ locale: 'en-US', zone: 'Europe/Paris', colour: '#5c6b73' },
  }),
  {
    ...person(SOFIA, 'stranger', {
      ...{ handle: 'sofia', name: 'Sofia Rossi', title: 'Courier operations', email: 'sofia.rossi@northwind.example' },
      ...{ locale: 'en-US', zone: 'Europe/Rome', colour: '#3d5a98' },
    }),
    teamId: PARTNER.id,
  },
];

/** Who left: in Slack's lists still, and not to be met. */
export const FORMER: Person = {
  ...person(DANA, 'member', {
    ...{ handle: 'dana', name: 'Dana Fox', title: 'Integrations', email: 'dana.fox@harvest.example' },
    ...{ locale: 'en-US', zone: 'America/Chicago', colour: '#777777' },
  }),
  deleted: true,
};

const EVERYBODY = [OLIVIA, MARCUS, ANA, PRIYA, BRUNO, TOM];

const room = (id: string, name: string, memberIds: string[], more: Partial<Room> = {}): Room => ({
  ...{ id, name, memberIds, kind: 'channel', hasApp: true, sharedWith: [], archived: false, purpose: '' },
  ...more,
});

export const GENERAL = 'C07GENERAL1';
export const LAUNCH = 'C07LAUNCH02';
export const NORTHWIND = 'C07NRTHWND3';
export const PHOTOS = 'C07PHOTOS04';
export const PILOT = 'C07PILOT005';
export const OLIVIA_AND_ANA = 'D07OLIVANA6';

/** Where they meet. The app is not in #general, as nobody has invited it there. */
export const ROOMS: readonly Room[] = [
  room(GENERAL, 'general', EVERYBODY, { hasApp: false, purpose: 'Everybody at Harvest Table' }),
  room(LAUNCH, 'integration-launch', [OLIVIA, MARCUS, ANA, PRIYA, TOM], {
    ...{ kind: 'private', purpose: 'Getting the ordering integration live' },
  }),
  room(NORTHWIND, 'northwind-harvest', [OLIVIA, ANA, PRIYA, SOFIA], {
    ...{ sharedWith: [PARTNER.id], purpose: 'Harvest Table and Northwind Delivery' },
  }),
  room(PHOTOS, 'menu-photos', [OLIVIA, BRUNO, GIL], { purpose: 'Pictures for the menus' }),
  room(PILOT, 'pilot-2024', [OLIVIA, TOM], { archived: true, purpose: 'Done and closed' }),
  room(OLIVIA_AND_ANA, '', [OLIVIA, ANA], { kind: 'dm', hasApp: false }),
];

/** What was said before the story begins: minutes ago, where, by whom. */
export const SAID_BEFORE: readonly (readonly [minutes: number, room: string, by: string, text: string])[] = [
  [190, GENERAL, OLIVIA, 'Good morning! The platform has opened our sandbox. Who do they call when it breaks?'],
  [186, GENERAL, TOM, 'Good question. Before anything works they want contact details from us.'],
  [64, LAUNCH, PRIYA, 'Callsheet is installed. Type `/contacts` to begin.'],
  [58, LAUNCH, ANA, 'Vejo o formulário em português. Ótimo!'],
  [41, NORTHWIND, SOFIA, 'Hello from Northwind. Whom do we write to when a courier cannot find you?'],
  [33, PHOTOS, GIL, 'New pictures of the spring menu are up.'],
  [12, OLIVIA_AND_ANA, ANA, 'I can fill in the technical contacts if you start the sheet.'],
];
