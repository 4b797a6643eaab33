import type { Sender } from '../sink/sender.ts';
import { announceRequest, refreshCards, remindOf, tellAttention, tellOutcome } from './announce.ts';
import { endedMessage, endsSoonMessage } from './notices.ts';
import { tell, tellOrThrow } from './sender.ts';

type About = Parameters<typeof announceRequest>[1];
type Member = Parameters<typeof endedMessage.render>[0]['member'];

/** What the jobs of access say to people, said in Slack. @param senderFor what it takes to write to a workspace now */
export const accessPost = (senderFor: (teamId: string) => Sender) => ({
  announce: (teamId: string, about: About) => announceRequest(senderFor(teamId), about),

  remind: (teamId: string, about: About, reminder: Parameters<typeof remindOf>[2]) =>
    remindOf(senderFor(teamId), about, reminder),

  async settled(teamId: string, about: About) {
    await refreshCards(senderFor(teamId), about);
    await tellOutcome(senderFor(teamId), about);
  },

  async endsSoon(teamId: string, { account, member }: { account: About['account']; member: Member }) {
    await tellOrThrow(senderFor(teamId), member.userId, account, (viewer) =>
      endsSoonMessage.render({ account, member }, viewer),
    );
  },

  async ended(teamId: string, { account, member }: { account: About['account']; member: Member }) {
    await tell(senderFor(teamId), member.userId, account, (viewer) =>
      endedMessage.render({ account, member, by: null }, viewer),
    );
  },

  attention: (teamId: string, about: Parameters<typeof tellAttention>[1]) => tellAttention(senderFor(teamId), about),
});
