import { html } from '../html.ts';
import { Avatar } from '../shell/avatar.ts';
import { useWorld } from '../world.ts';

interface Command {
  command: string;
  description: string;
  usageHint: string;
}

/** Commands that begin with what is typed, as long as it is one word. */
export const commandsFor = (text: string, commands: readonly Command[]): Command[] =>
  /^\/\S*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text.toLowerCase())) : [];

interface CommandListProps {
  of: Command[];
  active: number;
  onActive: (place: number) => void;
  onTake: (command: string) => void;
}

/** The list above the composer. The focus stays in the text. */
export function CommandList({ of, active, onActive, onTake }: CommandListProps) {
  const { snapshot, words } = useWorld();
  const keepFocus = (event: Event) => event.preventDefault();
  return html`
    <div class="commands" onMouseDown=${keepFocus}>
      <p class="menu-heading" aria-hidden="true">${words('commands.matching')}</p>
      <div id="commands" role="listbox" aria-label=${words('commands')}>
        ${of.map(
          ({ command, description, usageHint }, place) => html`
            <div
              key=${command}
              id=${`command-${place}`}
              class=${place === active ? 'option active' : 'option'}
              role="option"
              aria-selected=${place === active}
              onMouseMove=${() => place !== active && onActive(place)}
              onClick=${() => onTake(command)}
            >
              <${Avatar} id=${snapshot.app.userId} size="m" />
              <span class="option-words">
                <span><strong>${command}</strong> <span class="usage">${usageHint}</span></span>
                <span class="detail">${description}</span>
              </span>
              <span class="option-app">${snapshot.app.name}</span>
            </div>
          `,
        )}
      </div>
    </div>
  `;
}
