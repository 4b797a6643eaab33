import type { Listener } from '../turn.ts';
import { sayHours } from './asked.ts';
import { addWindow, choosePreset, copyWindow, endAtMidnight, removeWindow } from './choosing.ts';
import { openHours, saveHours } from './handlers.ts';
import { MIDNIGHT, PRESET } from './preview.ts';
import { ADD_WINDOW, hoursView, OPEN_HOURS } from './view.ts';
import { COPY_WINDOW, REMOVE_WINDOW } from './window.ts';

/** What is listened to about the hours, but for what is typed and kept, which all forms share. */
export const HOURS_LISTENERS: readonly Listener[] = [
  { source: { kind: 'command', id: 'hours' }, needs: 'anybody', run: sayHours },
  { source: { kind: 'action', id: OPEN_HOURS }, needs: 'editor', run: openHours },
  { source: { kind: 'action', id: ADD_WINDOW }, needs: 'editor', run: addWindow },
  { source: { kind: 'action', id: REMOVE_WINDOW }, needs: 'editor', run: removeWindow },
  { source: { kind: 'action', id: PRESET, numbered: true }, needs: 'editor', run: choosePreset },
  { source: { kind: 'action', id: COPY_WINDOW, numbered: true }, needs: 'editor', run: copyWindow },
  { source: { kind: 'action', id: MIDNIGHT }, needs: 'editor', run: endAtMidnight },
  { source: { kind: 'submission', id: hoursView.id }, needs: 'editor', run: saveHours },
];
