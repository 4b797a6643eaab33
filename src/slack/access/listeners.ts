import type { Listener } from '../turn.ts';
import { APPROVE, DENY } from './card.ts';
import { channelView, OPEN_CHANNEL } from './channel.ts';
import { grant, openMember, openRevoke, openUsers, revoke, saveMember } from './handlers.ts';
import { CHANGE_MEMBER, memberView, REVOKE, revokeView } from './member.ts';
import { WITHDRAW } from './pending.ts';
import { RECOVER, recoverView } from './recover.ts';
import { openRecovery, recover } from './recovering.ts';
import { PROPOSE, REQUEST_ACCESS, requestView } from './request.ts';
import { openProposal, openRequest, sendRequest, withdraw } from './requesting.ts';
import { REVIEW, reviewView } from './review.ts';
import { decide, openApproval, openDenial, openReview } from './reviewing.ts';
import { openChannel, saveChannel } from './routing.ts';
import { SEE_USERS, usersView } from './users.ts';

/** Users, requests for access, and who decides on them. */
export const ACCESS_LISTENERS: readonly Listener[] = [
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
];
