import { html } from '../html.ts';
import { useWorld } from '../world.ts';
import { Avatar } from './avatar.ts';
import { Icon } from './icon.ts';
import { Menu, type MenuGroup } from './menu.ts';

const LOCALES = [
  ['en-US', 'English'],
  ['pt-BR', 'Português (Brasil)'],
] as const;

/** Whose eyes one sees with, and in which language that person reads. */
export function PersonSwitcher() {
  const { snapshot, words, switchTo, send } = useWorld();
  const { me, people } = snapshot;
  const others = people.filter((person) => person.kind !== 'bot');
  const groups: MenuGroup[] = [
    {
      label: words('person.group'),
      items: others.map((person) => ({
        id: person.id,
        label: person.name,
        detail: [words(`kind.${person.kind}`), person.kind === 'stranger' ? person.company : person.title].join(' · '),
        picture: html`<${Avatar} id=${person.id} size="m" />`,
        checked: person.id === me.id,
        onPick: () => switchTo(person.id),
      })),
    },
    {
      label: words('language', { name: me.name }),
      items: LOCALES.map(([locale, name]) => ({
        id: locale,
        label: name,
        checked: locale.slice(0, 2) === me.locale.slice(0, 2),
        onPick: () => void send({ type: 'set-locale', locale }),
      })),
    },
  ];
  return html`
    <${Menu} label=${words('person.switch')} named groups=${groups} class="person">
      <${Avatar} id=${me.id} size="s" />
      <span class="quiet">${words('person.viewing')} </span>
      <span class="person-words">
        <span class="person-name">${me.name}</span><span class="quiet">, </span>
        <span class="person-kind">${words(`kind.${me.kind}`)}</span>
      </span>
      <${Icon} name="down" />
    <//>
  `;
}
