import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import { Menu } from '../shell/menu.ts';
import { Notices } from '../shell/notices.ts';
import { useWorld } from '../world.ts';
import { CommandList, commandsFor } from './commands.ts';

/** What is typed in each conversation stays there while one looks elsewhere. */
const unsent = new Map<string, string>();

/** Where messages and slash commands are typed. */
export function Composer({ channelId, to }: { channelId: string; to: string }) {
  const { snapshot, words, send } = useWorld();
  const draftKey = `${snapshot.me.id} ${channelId}`;
  const [text, setText] = useState(unsent.get(draftKey) ?? '');
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const offered = dismissed ? [] : commandsFor(text, snapshot.commands);
  const command = snapshot.commands.find((known) => text.startsWith(`${known.command} `));

  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
  }, [text]);

  const write = (next: string) => {
    unsent.set(draftKey, next);
    setText(next);
    setActive(0);
    setDismissed(false);
  };
  const submit = async () => {
    const sent = text;
    if (sent.trim() === '') return;
    write('');
    const answer = await send({ type: 'send', channel: channelId, text: sent });
    if (!answer.ok) write(sent);
  };
  const take = (name: string) => {
    write(`${name} `);
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (onListKey(event.key)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  };
  const onListKey = (key: string): boolean => {
    const chosen = offered[active];
    if (!chosen) return false;
    if (key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
    else if (key === 'Escape') setDismissed(true);
    else if (key === 'Tab' || (key === 'Enter' && text !== chosen.command)) take(chosen.command);
    else return false;
    return true;
  };

  return html`
    <div class="composer-place">
      ${snapshot.modals.length === 0 && html`<${Notices} />`}
      ${offered.length > 0 && html`<${CommandList} of=${offered} active=${active} onActive=${setActive} onTake=${take} />`}
      ${
        command &&
        html`<p class="command-hint"><code>${command.command} ${command.usageHint}</code> <span>${command.description}</span></p>`
      }
      <form
        class="composer"
        onSubmit=${(event: Event) => {
          event.preventDefault();
          submit();
        }}
      >
        <textarea
          ref=${area}
          id="composer"
          rows="1"
          aria-label=${words('composer', { to })}
          placeholder=${words('composer', { to })}
          aria-autocomplete="list"
          aria-controls=${offered.length > 0 ? 'commands' : undefined}
          aria-activedescendant=${offered.length > 0 ? `command-${active}` : undefined}
          value=${text}
          onInput=${(event: { currentTarget: HTMLTextAreaElement }) => write(event.currentTarget.value)}
          onKeyDown=${onKeyDown}
        ></textarea>
        <div class="composer-tools">
          <${ShortcutMenu} onCommand=${take} />
          <span class="composer-tip">${words('composer.tip')}</span>
          <button type="submit" class="send" aria-label=${words('send')} title=${words('send')} disabled=${text.trim() === ''}>
            <${Icon} name="send" />
          </button>
        </div>
      </form>
    </div>
  `;
}

function ShortcutMenu({ onCommand }: { onCommand: (command: string) => void }) {
  const { snapshot, words, send } = useWorld();
  const shortcuts = snapshot.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ callbackId, name, description }) => ({
      id: callbackId,
      label: name,
      detail: description,
      picture: html`<${Icon} name="bolt" />`,
      onPick: () => void send({ type: 'shortcut', callbackId }),
    }));
  const commands = snapshot.commands.map(({ command, description }) => ({
    id: command,
    label: command,
    detail: description,
    picture: html`<span class="slash" aria-hidden="true">/</span>`,
    onPick: () => onCommand(command),
  }));
  const groups = [
    { label: words('shortcuts'), items: shortcuts },
    { label: words('commands'), items: commands },
  ].filter(({ items }) => items.length > 0);
  return html`<${Menu} label=${words('shortcuts.open')} groups=${groups} class="bare round"><${Icon} name="plus" /><//>`;
}
