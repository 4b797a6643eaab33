import { LINK_LIFE, mailboxesOf } from '../../src/domain/mailbox.ts';
import { savedModal } from '../../src/slack/contact/saved.ts';
import { codeView } from '../../src/slack/verification/code.ts';
import { verifyView } from '../../src/slack/verification/verify.ts';
import type { KnownMailbox } from '../../src/store/mailboxes.ts';
import type { Render, Scene } from './surfaces.ts';

/** One mailbox after the other is in every way in which one can be: never asked, asked, confirmed, bounced, run out. */
function knownOf({ account, now }: Scene): Map<string, KnownMailbox> {
  const linkUntil = new Date(now.getTime() + LINK_LIFE);
  const open = { linkUntil, codeUntil: new Date(now.getTime() + 60_000) };
  const over = { linkUntil, codeUntil: now };
  const ways: (KnownMailbox | null)[] = [
    null,
    { state: 'unverified', changedAt: now, challenge: open },
    { state: 'verified', changedAt: now, challenge: null },
    { state: 'bounced', changedAt: now, challenge: null },
    { state: 'unverified', changedAt: now, challenge: over },
  ];
  return new Map(
    mailboxesOf(account).flatMap((mailbox, place) => {
      const way = ways[place % ways.length];
      return way ? [[mailbox, way] as const] : [];
    }),
  );
}

const list =
  (state: { mail: boolean; asked?: boolean }): Render =>
  (scene, viewer) => {
    const known = state.asked === false ? new Map() : knownOf(scene);
    const { account, now, notice } = scene;
    return verifyView.render({ account, known, mail: state.mail, notice, now }, viewer);
  };

const addressOf = ({ account }: Scene): string => account.sheet['tech-emergency'][0] ?? 'oncall@harvest.example';

export const VERIFICATION: Record<string, Render> = {
  [verifyView.id]: list({ mail: true }),
  [`${verifyView.id} nothing asked`]: list({ mail: true, asked: false }),
  [`${verifyView.id} no mail`]: list({ mail: false }),
  [codeView.id]: (scene, viewer) => {
    const { account, now } = scene;
    const challenge = { codeUntil: new Date(now.getTime() + 60_000), linkUntil: now };
    return codeView.render({ account, address: addressOf(scene), challenge, now }, viewer);
  },
  [`${codeView.id} over`]: (scene, viewer) => {
    const { account, now, notice } = scene;
    const [first = ''] = notice;
    const state = { account, address: addressOf(scene), challenge: null, now };
    return codeView.render({ ...state, notice: first ? [first] : [] }, viewer);
  },
  [`${savedModal.id} unconfirmed`]: ({ account }, viewer) =>
    savedModal.render({ account, changed: ['tech-emergency'], unlocked: false, unconfirmed: 3 }, viewer),
};
