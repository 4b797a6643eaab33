import type { Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { LONGEST_NOTE, type Section, type SectionAsk } from '../../src/domain/section.ts';
import { confirmedMessage, stillRightMessage } from '../../src/slack/contact/still-right.ts';
import { askView } from '../../src/slack/section/ask.ts';
import { fillView, type Over, sectionOverModal, thanksModal } from '../../src/slack/section/fill.ts';
import { invitationMessage } from '../../src/slack/section/invitation.ts';
import { askToldMessage } from '../../src/slack/section/told.ts';
import type { Render, Scene } from './surfaces.ts';

function askOf(
  { account, now }: Scene,
  section: Section = 'tech-emergency',
  state: SectionAsk['state'] = 'open',
): SectionAsk {
  const long = account.name.includes('<');
  return {
    ...{ id: 'ask0000000000000', accountId: account.id, section, forUser: 'UDORA', by: 'UANA' },
    note: long ? '&'.repeat(LONGEST_NOTE) : '',
    revision: account.revision,
    state,
    askedAt: now,
    expiresAt: new Date(now.getTime() + 3 * 24 * 60 * 60_000),
    answeredAt: null,
  };
}

/** The account as somebody confirmed it, so long ago. */
const confirmed = ({ account, now }: Scene, days: number): Account => {
  const at = new Date(now.getTime() - days * 24 * 60 * 60_000);
  return { ...account, confirmed: { at, by: 'UANA', until: new Date(at.getTime() + 90 * 24 * 60 * 60_000) } };
};

const OVER: readonly Over[] = [
  'answered',
  'withdrawn',
  'expired',
  'asker-gone',
  'not-available',
  'changed',
  'not-yours',
];

export const SECTION_SURFACES: Record<string, Render> = {
  [askView.id]: ({ account }, viewer) => askView.render({ account, open: [] }, viewer),
  [`${askView.id} asked`]: (scene, viewer) => {
    const asks = scene.account.members.map((_: Member) => askOf(scene, 'ops-users'));
    return askView.render({ account: scene.account, open: asks, sent: asks[0] ?? null }, viewer);
  },
  [fillView.id]: (scene, viewer) => fillView.render({ account: scene.account, ask: askOf(scene) }, viewer),
  [`${fillView.id} platform`]: (scene, viewer) =>
    fillView.render({ account: scene.account, ask: askOf(scene, 'ops-platform') }, viewer),
  [`${fillView.id} users`]: (scene, viewer) =>
    fillView.render({ account: scene.account, ask: askOf(scene, 'ops-users') }, viewer),
  [`${fillView.id} hours`]: (scene, viewer) =>
    fillView.render({ account: scene.account, ask: askOf(scene, 'support-hours') }, viewer),
  [thanksModal.id]: (scene, viewer) => thanksModal.render({ account: scene.account, ask: askOf(scene) }, viewer),
  ...Object.fromEntries(
    OVER.map((why): [string, Render] => [
      `${sectionOverModal.id} ${why}`,
      (_, viewer) => sectionOverModal.render({ why }, viewer),
    ]),
  ),
  ...Object.fromEntries(
    (['open', 'answered', 'withdrawn', 'expired'] as const).map((state): [string, Render] => [
      `${invitationMessage.id} ${state}`,
      (scene, viewer) =>
        invitationMessage.render(
          { account: scene.account, ask: askOf(scene, 'tech-emergency', state), now: scene.now },
          viewer,
        ),
    ]),
  ),
  [`${askToldMessage.id} answered`]: (scene, viewer) =>
    askToldMessage.render({ account: scene.account, ask: askOf(scene), state: 'answered' }, viewer),
  [`${askToldMessage.id} expired`]: (scene, viewer) =>
    askToldMessage.render({ account: scene.account, ask: askOf(scene), state: 'expired' }, viewer),
  [`${askToldMessage.id} undelivered`]: (scene, viewer) =>
    askToldMessage.render({ account: scene.account, ask: askOf(scene), state: 'undelivered' }, viewer),
  [stillRightMessage.id]: (scene, viewer) =>
    stillRightMessage.render({ account: confirmed(scene, 90), ask: 1 }, viewer),
  [`${stillRightMessage.id} again`]: ({ account }, viewer) => stillRightMessage.render({ account, ask: 2 }, viewer),
  [confirmedMessage.id]: (scene, viewer) =>
    confirmedMessage.render({ account: confirmed(scene, 0), already: false }, viewer),
  [`${confirmedMessage.id} already`]: (scene, viewer) =>
    confirmedMessage.render({ account: confirmed(scene, 0), already: true }, viewer),
};
