import type { Listener } from '../turn.ts';
import { PLAN_PAGE } from './back.ts';
import { exceptionView, NEW_EXCEPTION } from './exception.ts';
import { openException, openPlan, saveException, takeException, turnPlanPage } from './handlers.ts';
import { addCountry, openHolidays, removeCountry, takeHolidays } from './holiday-handlers.ts';
import { ADD_COUNTRY, FIND_COUNTRY, holidaysView, OPEN_HOLIDAYS, REMOVE_COUNTRY } from './holidays.ts';
import { OPEN_PLAN } from './open.ts';
import { ADD_TARGET, CHOOSE_PRESET, OPEN_TARGET, REMOVE_TARGET, targetView } from './target.ts';
import { addTarget, choosePreset, openTarget, removeTarget, saveTargetHours } from './target-handlers.ts';
import { REMOVE_EXCEPTION } from './view.ts';

/** Exceptions, holidays and target hours: members read them, editors change them. All of it waits for a complete sheet (R15). */
export const PLAN_LISTENERS: readonly Listener[] = [
  { source: { kind: 'action', id: OPEN_PLAN }, needs: 'viewer', run: openPlan },
  { source: { kind: 'action', id: PLAN_PAGE }, needs: 'viewer', run: turnPlanPage },
  { source: { kind: 'action', id: NEW_EXCEPTION }, needs: 'editor', run: openException },
  { source: { kind: 'submission', id: exceptionView.id }, needs: 'editor', run: saveException },
  { source: { kind: 'action', id: REMOVE_EXCEPTION }, needs: 'editor', run: takeException },
  { source: { kind: 'action', id: OPEN_HOLIDAYS }, needs: 'editor', run: openHolidays },
  { source: { kind: 'action', id: FIND_COUNTRY }, needs: 'editor', run: addCountry },
  { source: { kind: 'action', id: ADD_COUNTRY }, needs: 'editor', run: addCountry },
  { source: { kind: 'action', id: REMOVE_COUNTRY }, needs: 'editor', run: removeCountry },
  { source: { kind: 'submission', id: holidaysView.id }, needs: 'editor', run: takeHolidays },
  { source: { kind: 'action', id: OPEN_TARGET }, needs: 'editor', run: openTarget },
  { source: { kind: 'action', id: CHOOSE_PRESET }, needs: 'editor', run: choosePreset },
  { source: { kind: 'action', id: ADD_TARGET }, needs: 'editor', run: addTarget },
  { source: { kind: 'action', id: REMOVE_TARGET }, needs: 'editor', run: removeTarget },
  { source: { kind: 'submission', id: targetView.id }, needs: 'editor', run: saveTargetHours },
];
