import { APPROVE, DENY } from './access/card.ts';
import { channelView, OPEN_CHANNEL } from './access/channel.ts';
import { grant, openMember, openRevoke, openUsers, revoke, saveMember } from './access/handlers.ts';
import { CHANGE_MEMBER, memberView, REVOKE, revokeView } from './access/member.ts';
import { WITHDRAW } from './access/pending.ts';
import { RECOVER, recoverView } from './access/recover.ts';
import { openRecovery, recover } from './access/recovering.ts';
import { PROPOSE, REQUEST_ACCESS, requestView } from './access/request.ts';
import { openProposal, openRequest, sendRequest, withdraw } from './access/requesting.ts';
import { REVIEW, reviewView } from './access/review.ts';
import { decide, openApproval, openDenial, openReview } from './access/reviewing.ts';
import { openChannel, saveChannel } from './access/routing.ts';
import { SEE_USERS, usersView } from './access/users.ts';
import { CHOOSE, TURN_PAGE } from './account/accounts.ts';
import { ADD_ALIAS, brandView } from './account/brand.ts';
import { choose, turnPage } from './account/choosing.ts';
import { firstRun, SET_UP } from './account/first-run.ts';
import { confirmLaunch, listAccounts, openFirstRun, openLaunch, saveFirstRun } from './account/handlers.ts';
import { launchView, OPEN_LAUNCH } from './account/launch.ts';
import { MEND } from './brand/drift.ts';
import { EDIT_BRAND, editBrandView, MAKE_DEFAULT, NEW_BRAND, newBrandView, REMOVE_BRAND } from './brand/edit.ts';
import {
  makeDefaultBrand,
  openBrand,
  openEditBrand,
  openNewBrand,
  saveDefaultAlias,
  saveEditedBrand,
  saveNewBrand,
  takeBrandAway,
} from './brand/handlers.ts';
import { mendDrift } from './brand/mending.ts';
import type { SubCommand } from './command.ts';
import { KEEP_ADVISED } from './contact/advice.ts';
import { confirmSheet } from './contact/confirming.ts';
import { form, OPEN_FORM } from './contact/form.ts';
import { openForm, saveForm, showStatus } from './contact/handlers.ts';
import { keepAdvised } from './contact/keeping.ts';
import { CONFIRM } from './contact/still-right.ts';
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
import { answerSection, openSection } from './section/answering.ts';
import { ASK_SECTION, askView, WITHDRAW_ASK } from './section/ask.ts';
import { openAsk, sendAsk, withdrawAsk } from './section/asking.ts';
import { fillView } from './section/fill.ts';
import { FILL_SECTION } from './section/invitation.ts';
import { LINK_CHANNEL, linkView, UNLINK_CHANNEL } from './settings/channels.ts';
import {
  chooseIntegrations,
  confirmIntegrations,
  linkChosen,
  openIntegrations,
  openLink,
  openRename,
  openSettings,
  saveName,
  unlink,
} from './settings/handlers.ts';
import { confirmIntegrationsView, EDIT_INTEGRATIONS, integrationsView } from './settings/integrations.ts';
import { RENAME, renameView } from './settings/rename.ts';
import { OPEN_SETTINGS } from './settings/settings.ts';
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
const NOT_YET = ['coverage', 'remind'] as const satisfies readonly SubCommand[];

/**
 * Everything that Callsheet listens to, on one page: what a person did, the role that it needs, and what answers. A role
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

  { source: { kind: 'shortcut', id: OPEN_FORM }, needs: 'viewer', run: openForm },

  { source: { kind: 'action', id: OPEN_FORM }, needs: 'viewer', run: openForm },
  { source: { kind: 'submission', id: form.id }, needs: 'editor', run: saveForm },
  ...HOURS_LISTENERS,

  { source: { kind: 'action', id: CONFIRM }, needs: 'editor', run: confirmSheet },
  { source: { kind: 'action', id: ASK_SECTION }, needs: 'editor', run: openAsk },
  { source: { kind: 'submission', id: askView.id }, needs: 'editor', run: sendAsk },
  { source: { kind: 'action', id: WITHDRAW_ASK }, needs: 'editor', run: withdrawAsk },
  { source: { kind: 'action', id: FILL_SECTION }, needs: 'nobody', run: openSection },
  { source: { kind: 'submission', id: fillView.id }, needs: 'nobody', run: answerSection },
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

  { source: { kind: 'action', id: SEE_USERS }, needs: 'viewer', run: openUsers },
  { source: { kind: 'submission', id: usersView.id }, needs: 'admin', run: grant },
  { source: { kind: 'action', id: CHANGE_MEMBER }, needs: 'admin', run: openMember },
  { source: { kind: 'submission', id: memberView.id }, needs: 'admin', run: saveMember },
  { source: { kind: 'action', id: REVOKE }, needs: 'viewer', run: openRevoke },
  { source: { kind: 'submission', id: revokeView.id }, needs: 'viewer', run: revoke },
  { source: { kind: 'action', id: OPEN_CHANNEL }, needs: 'admin', run: openChannel },
  { source: { kind: 'submission', id: channelView.id }, needs: 'admin', run: saveChannel },

  { source: { kind: 'action', id: REQUEST_ACCESS }, needs: 'nobody', run: openRequest },
  { source: { kind: 'action', id: PROPOSE }, needs: 'viewer', run: openProposal },
  { source: { kind: 'submission', id: requestView.id }, needs: 'nobody', run: sendRequest },
  { source: { kind: 'action', id: WITHDRAW }, needs: 'nobody', run: withdraw },
  { source: { kind: 'action', id: APPROVE }, needs: 'admin', names: 'request', run: openApproval },
  { source: { kind: 'action', id: DENY }, needs: 'admin', names: 'request', run: openDenial },
  { source: { kind: 'action', id: REVIEW }, needs: 'admin', names: 'request', run: openReview },
  { source: { kind: 'submission', id: reviewView.id }, needs: 'admin', run: decide },
  { source: { kind: 'action', id: RECOVER }, needs: 'nobody', run: openRecovery },
  { source: { kind: 'submission', id: recoverView.id }, needs: 'nobody', run: recover },

  { source: { kind: 'action', id: SET_UP }, needs: 'nobody', run: openFirstRun },
  { source: { kind: 'submission', id: firstRun.id }, needs: 'nobody', run: saveFirstRun },
  { source: { kind: 'action', id: ADD_ALIAS }, needs: 'editor', run: openBrand },
  { source: { kind: 'submission', id: brandView.id }, needs: 'editor', run: saveDefaultAlias },
  { source: { kind: 'action', id: MEND }, needs: 'editor', names: 'seen', run: mendDrift },
  { source: { kind: 'action', id: KEEP_ADVISED }, needs: 'editor', names: 'seen', run: keepAdvised },
  { source: { kind: 'action', id: OPEN_LAUNCH }, needs: 'admin', run: openLaunch },
  { source: { kind: 'submission', id: launchView.id }, needs: 'admin', run: confirmLaunch },

  { source: { kind: 'action', id: OPEN_SETTINGS }, needs: 'viewer', run: openSettings },
  { source: { kind: 'action', id: RENAME }, needs: 'admin', run: openRename },
  { source: { kind: 'submission', id: renameView.id }, needs: 'admin', run: saveName },
  { source: { kind: 'action', id: NEW_BRAND }, needs: 'admin', run: openNewBrand },
  { source: { kind: 'submission', id: newBrandView.id }, needs: 'admin', run: saveNewBrand },
  { source: { kind: 'action', id: EDIT_BRAND }, needs: 'admin', run: openEditBrand },
  { source: { kind: 'submission', id: editBrandView.id }, needs: 'admin', run: saveEditedBrand },
  { source: { kind: 'action', id: MAKE_DEFAULT }, needs: 'admin', run: makeDefaultBrand },
  { source: { kind: 'action', id: REMOVE_BRAND }, needs: 'admin', run: takeBrandAway },
  { source: { kind: 'action', id: EDIT_INTEGRATIONS }, needs: 'admin', run: openIntegrations },
  { source: { kind: 'submission', id: integrationsView.id }, needs: 'admin', run: chooseIntegrations },
  { source: { kind: 'submission', id: confirmIntegrationsView.id }, needs: 'admin', run: confirmIntegrations },
  { source: { kind: 'action', id: LINK_CHANNEL }, needs: 'admin', run: openLink },
  { source: { kind: 'submission', id: linkView.id }, needs: 'admin', run: linkChosen },
  { source: { kind: 'action', id: UNLINK_CHANNEL }, needs: 'admin', run: unlink },
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
