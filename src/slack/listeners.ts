import { openUsers } from './access/handlers.ts';
import { ACCESS_LISTENERS } from './access/listeners.ts';
import { CHOOSE, TURN_PAGE } from './account/accounts.ts';
import { choose, turnPage } from './account/choosing.ts';
import { firstRun, SET_UP } from './account/first-run.ts';
import { confirmLaunch, listAccounts, openFirstRun, openLaunch, saveFirstRun } from './account/handlers.ts';
import { launchView, OPEN_LAUNCH } from './account/launch.ts';
import type { SubCommand } from './command.ts';
import { KEEP_ADVISED } from './contact/advice.ts';
import { confirmSheet } from './contact/confirming.ts';
import { form, OPEN_FORM } from './contact/form.ts';
import { openForm, saveForm, showStatus } from './contact/handlers.ts';
import { keepAdvised } from './contact/keeping.ts';
import { CONFIRM } from './contact/still-right.ts';
import { COVERAGE_LISTENERS } from './coverage/listeners.ts';
import { DISCARD, KEEP } from './draft/field.ts';
import { discard, keepChosen, keepTyped } from './draft/handlers.ts';
import { openExport, sendExport } from './export/handlers.ts';
import { exportView, OPEN_EXPORT } from './export/view.ts';
import { openHistory, showNewer, showOlder } from './history/handlers.ts';
import { NEWER, OLDER } from './history/modal.ts';
import { UNDO } from './history/offer.ts';
import { undo } from './history/undoing.ts';
import { OPEN_HISTORY } from './history/undone.ts';
import { openHome } from './home/handlers.ts';
import { ALL_ACCOUNTS } from './home/home.ts';
import { HOURS_LISTENERS } from './hours/listeners.ts';
import { hoursView } from './hours/view.ts';
import { ZONE } from './hours/window.ts';
import { addPiece, openImport, saveImport } from './import/handlers.ts';
import { importView, MORE_PIECES, OPEN_IMPORT } from './import/view.ts';
import { PLAN_LISTENERS } from './plan/listeners.ts';
import { SECTION_LISTENERS } from './section/listeners.ts';
import { openSettings } from './settings/handlers.ts';
import { SETTINGS_LISTENERS } from './settings/listeners.ts';
import { openShare, postCard, showLanguage } from './share/handlers.ts';
import { OPEN_SHARE, previewView, SHARE_LANGUAGE } from './share/preview.ts';
import { acknowledge, openHelp, openSupport, sayHelp, sayNotYet, saySupport } from './support/handlers.ts';
import { CONTACT_SUPPORT, GET_HELP, SUPPORT_LINK } from './support/support.ts';
import type { Listener } from './turn.ts';
import { codeView } from './verification/code.ts';
import { openCode, openVerify, saveCode, sendAll, sendOne } from './verification/handlers.ts';
import { ENTER_CODE, OPEN_VERIFY, SEND_ALL, SEND_CODE } from './verification/verify.ts';
import { ASK_ABOUT } from './who/answer.ts';
import { sayWho } from './who/handlers.ts';

/** Sub-commands that are named already and not there yet. */
const NOT_YET = ['remind'] as const satisfies readonly SubCommand[];

/**
 * Everything that Callsheet listens to: what a person did, the role that it needs, and what answers. A role
 * means that the listener is about an account; it is then found, authorised and gated before `run` is called.
 */
export const LISTENERS: readonly Listener[] = [
  { source: { kind: 'command', id: 'open' }, needs: 'viewer', run: openForm },
  { source: { kind: 'command', id: 'edit' }, needs: 'editor', run: openForm },
  { source: { kind: 'command', id: 'status' }, needs: 'viewer', run: showStatus },
  { source: { kind: 'command', id: 'who' }, needs: 'anybody', run: sayWho },
  { source: { kind: 'command', id: 'share' }, needs: 'viewer', run: openShare },
  { source: { kind: 'command', id: 'accounts' }, needs: 'viewer', run: listAccounts },
  { source: { kind: 'command', id: 'access' }, needs: 'viewer', run: openUsers },
  { source: { kind: 'command', id: 'history' }, needs: 'viewer', run: openHistory },
  { source: { kind: 'command', id: 'settings' }, needs: 'viewer', run: openSettings },
  { source: { kind: 'command', id: 'export' }, needs: 'viewer', run: openExport },
  { source: { kind: 'command', id: 'import' }, needs: 'editor', run: openImport },
  { source: { kind: 'command', id: 'verify' }, needs: 'viewer', run: openVerify },
  { source: { kind: 'command', id: 'support' }, needs: 'nobody', run: saySupport },
  { source: { kind: 'command', id: 'help' }, needs: 'nobody', run: sayHelp },
  ...NOT_YET.map((id): Listener => ({ source: { kind: 'command', id }, needs: 'viewer', run: sayNotYet(id) })),

  ...ACCESS_LISTENERS,
  ...SETTINGS_LISTENERS,

  { source: { kind: 'shortcut', id: OPEN_FORM }, needs: 'viewer', run: openForm },

  { source: { kind: 'action', id: OPEN_FORM }, needs: 'viewer', run: openForm },
  { source: { kind: 'submission', id: form.id }, needs: 'editor', run: saveForm },
  ...HOURS_LISTENERS,
  ...PLAN_LISTENERS,

  ...COVERAGE_LISTENERS,
  { source: { kind: 'action', id: CONFIRM }, needs: 'editor', run: confirmSheet },
  ...SECTION_LISTENERS,
  { source: { kind: 'action', id: OPEN_HISTORY }, needs: 'viewer', run: openHistory },
  { source: { kind: 'action', id: OLDER }, needs: 'viewer', run: showOlder },
  { source: { kind: 'action', id: NEWER }, needs: 'viewer', run: showNewer },
  { source: { kind: 'action', id: UNDO }, needs: 'editor', run: undo },
  // What is typed is kept. This comes with every letter, and so asks itself who may: of one row, not of the whole account.
  { source: { kind: 'action', id: KEEP, numbered: true }, needs: 'nobody', quiet: true, run: keepChosen },
  { source: { kind: 'action', id: ZONE }, needs: 'nobody', quiet: true, run: keepChosen },
  { source: { kind: 'close', id: form.id }, needs: 'nobody', quiet: true, run: keepTyped },
  { source: { kind: 'close', id: hoursView.id }, needs: 'nobody', quiet: true, run: keepTyped },
  { source: { kind: 'action', id: DISCARD }, needs: 'editor', run: discard },
  { source: { kind: 'action', id: ASK_ABOUT }, needs: 'anybody', names: 'choice', run: sayWho },
  { source: { kind: 'action', id: OPEN_SHARE }, needs: 'viewer', run: openShare },
  { source: { kind: 'action', id: SHARE_LANGUAGE }, needs: 'viewer', run: showLanguage },
  { source: { kind: 'submission', id: previewView.id }, needs: 'viewer', run: postCard },

  { source: { kind: 'action', id: SET_UP }, needs: 'nobody', run: openFirstRun },
  { source: { kind: 'submission', id: firstRun.id }, needs: 'nobody', run: saveFirstRun },
  { source: { kind: 'action', id: KEEP_ADVISED }, needs: 'editor', names: 'seen', run: keepAdvised },
  { source: { kind: 'action', id: OPEN_LAUNCH }, needs: 'admin', run: openLaunch },
  { source: { kind: 'submission', id: launchView.id }, needs: 'admin', run: confirmLaunch },

  { source: { kind: 'action', id: OPEN_EXPORT }, needs: 'viewer', run: openExport },
  { source: { kind: 'submission', id: exportView.id }, needs: 'viewer', run: sendExport },
  { source: { kind: 'action', id: OPEN_IMPORT }, needs: 'editor', run: openImport },
  { source: { kind: 'action', id: MORE_PIECES }, needs: 'editor', run: addPiece },
  { source: { kind: 'submission', id: importView.id }, needs: 'editor', run: saveImport },
  { source: { kind: 'action', id: OPEN_VERIFY }, needs: 'viewer', run: openVerify },
  { source: { kind: 'action', id: SEND_CODE }, needs: 'editor', run: sendOne },
  { source: { kind: 'action', id: SEND_ALL }, needs: 'editor', run: sendAll },
  { source: { kind: 'action', id: ENTER_CODE }, needs: 'editor', run: openCode },
  { source: { kind: 'submission', id: codeView.id }, needs: 'editor', run: saveCode },
  { source: { kind: 'action', id: CHOOSE }, needs: 'nobody', run: choose(() => LISTENERS) },
  { source: { kind: 'action', id: TURN_PAGE }, needs: 'nobody', run: turnPage },
  { source: { kind: 'action', id: ALL_ACCOUNTS }, needs: 'nobody', run: openHome },

  { source: { kind: 'action', id: CONTACT_SUPPORT }, needs: 'nobody', run: openSupport },
  { source: { kind: 'action', id: SUPPORT_LINK }, needs: 'nobody', run: acknowledge },
  { source: { kind: 'action', id: GET_HELP }, needs: 'nobody', run: openHelp },
];
