import { WebClient } from '@slack/web-api';
import { leaveWorkspace, tickAccess } from './jobs/access.ts';
import { type ConfirmationPost, tickConfirmations } from './jobs/confirmation.ts';
import { tickDrafts } from './jobs/drafts.ts';
import { tickMail } from './jobs/mail.ts';
import { type SectionPost, tickSections } from './jobs/section.ts';
import { boltLogger } from './log.ts';
import { accessPost } from './slack/access/post.ts';
import { clientOptions } from './slack/client.ts';
import { askStillRight } from './slack/contact/confirming.ts';
import { learnPeople, lookUp } from './slack/person/identify.ts';
import { refreshInvitation, tellAsker } from './slack/section/invite.ts';
import type { Sender } from './slack/sink/sender.ts';
import type { Deps } from './slack/turn.ts';
import { postponeChore, takeUpChore } from './store/chores.ts';
import { forgetMails } from './store/mail-limits.ts';
import { membersOfWorkspace } from './store/members.ts';
import { findPeople } from './store/people.ts';

/** What the app does without being asked. */
export interface Chores {
  /** Everything that is due now. */
  tick(): Promise<void>;
  /** Slack says that something about a person has changed; whoever left loses access at once (R6). */
  personChanged(teamId: string, userId: string): Promise<void>;
  /** Learns the people of the workspace, so that nobody's first form waits for a look-up. */
  learnWorkspace(): Promise<void>;
}

/** An event can be missed: once a day everybody is looked at, and again after an hour if that failed. */
const AN_HOUR = 60 * 60_000;
const A_DAY = 24 * AN_HOUR;

export function createChores({
  store,
  log,
  now,
  patience,
  support,
  mail,
  botToken,
  apiUrl,
}: Deps & { botToken: string; apiUrl: string }): Chores {
  const client = new WebClient(botToken, { ...clientOptions(apiUrl), logger: boltLogger(log) });
  const senderFor = (teamId: string): Sender => ({ store, client, teamId, now: now(), log, support });
  const post = accessPost(senderFor);

  const confirmationPost: ConfirmationPost = {
    stillRight: (teamId, about) => askStillRight(senderFor(teamId), about),
  };
  const sectionPost: SectionPost = {
    async expired(teamId, { account, ask }) {
      await refreshInvitation(senderFor(teamId), account, ask.id);
      await tellAsker(senderFor(teamId), { account, ask }, 'expired');
    },
  };

  const homeTeam = async (): Promise<string> => {
    const { team_id: teamId } = await client.auth.test();
    if (!teamId) throw new Error('a token without a workspace');
    return teamId;
  };

  const sweepLeavers = async (): Promise<void> => {
    const name = 'leavers';
    const after = (milliseconds: number) => new Date(now().getTime() + milliseconds);
    if (!(await takeUpChore(store, { name, now: now(), next: after(AN_HOUR) }))) return;
    const teamId = await homeTeam();
    await learnPeople(senderFor(teamId));
    const userIds = await membersOfWorkspace(store, { teamId });
    const people = [...(await findPeople(store, { teamId, userIds })).values()];
    // One person who cannot be looked after keeps nobody else back, and makes the sweep come again within the hour.
    const swept = await Promise.allSettled(
      people.map((person) => leaveWorkspace({ store, post, now: now() }, { teamId, person })),
    );
    const failed = swept.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    await postponeChore(store, { name, next: after(A_DAY) });
  };

  const sweepMails = async (): Promise<void> => {
    const next = new Date(now().getTime() + AN_HOUR);
    if (await takeUpChore(store, { name: 'mails', now: now(), next })) await forgetMails(store, { now: now() });
  };

  return {
    async tick() {
      const done = await Promise.allSettled([
        tickAccess({ store, post, now: now(), patience }),
        tickConfirmations({ store, post: confirmationPost, now: now() }),
        tickSections({ store, post: sectionPost, now: now() }),
        tickDrafts({ store, now: now() }),
        tickMail({ store, post: mail ?? null, now: now(), log: (event) => log.info(event) }),
        sweepLeavers(),
        sweepMails(),
      ]);
      const failed = done.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    },

    async personChanged(teamId, userId) {
      const person = await lookUp(senderFor(teamId), userId);
      await leaveWorkspace({ store, post, now: now() }, { teamId, person });
    },

    async learnWorkspace() {
      try {
        log.info('people.learned', { people: await learnPeople(senderFor(await homeTeam())) });
      } catch (error) {
        log.error('people.not-learned', { error });
      }
    },
  };
}
