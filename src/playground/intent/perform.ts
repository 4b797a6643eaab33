import type { Slack } from '../delivery/slack.ts';
import type { Intent, IntentAnswer } from '../protocol.ts';
import { act } from './act.ts';
import { no, OK } from './answer.ts';
import { enterAt, placeOf } from './place.ts';
import { sendFromComposer } from './send.ts';
import { close, submit } from './submit.ts';
import { suggest } from './suggest.ts';
import { openHome, read, setLocale, useShortcut } from './visit.ts';

/** Does what a person wants to do; done when the app has acknowledged it, or Slack has given up on that. */
export async function perform(slack: Slack, userId: string, intent: Intent): Promise<IntentAnswer> {
  const { world } = slack;
  const person = world.people.get(userId);
  if (!person || person.deleted || person.kind === 'bot') return no('There is no such person.');
  const channel = () => {
    const found = 'channel' in intent ? world.conversations.get(intent.channel ?? '') : undefined;
    return found?.members.has(userId) ? found : undefined;
  };
  switch (intent.type) {
    case 'send': {
      const to = channel();
      return to ? sendFromComposer(slack, person, to, intent.text) : no('You are not in this channel.');
    }
    case 'act':
      return act(slack, person, intent);
    case 'type': {
      const place = placeOf(world, person, intent.container);
      if (!place) return no('This is not there any more.');
      const entered = enterAt(world, place, intent.values);
      return entered.ok ? OK : no(entered.error);
    }
    case 'submit':
      return submit(slack, person, intent);
    case 'close':
      return close(slack, person, intent);
    case 'suggest':
      return suggest(slack, person, intent);
    case 'open-home':
      return openHome(slack, person);
    case 'shortcut':
      return useShortcut(slack, person, intent);
    case 'read': {
      const seen = channel();
      return seen ? read(slack, person, seen) : no('You are not in this channel.');
    }
    case 'dismiss-notice': {
      const kept = (world.notices.get(userId) ?? []).filter(({ id }) => id !== intent.id);
      world.notices.set(userId, kept);
      world.changed();
      return OK;
    }
    case 'advance-clock': {
      if (!world.clock.advance(intent.minutes)) return no('Time goes forward only.');
      world.changed();
      return OK;
    }
    case 'set-locale':
      return setLocale(slack, person, intent.locale);
    default:
      return no('There is no such intent.');
  }
}
