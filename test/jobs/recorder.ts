import type { Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import type { Purpose } from '../../src/domain/purpose.ts';
import type { AccessRequest } from '../../src/domain/request.ts';
import type { Escalation } from '../../src/domain/waiting.ts';
import { type AccessPost, tickAccess } from '../../src/jobs/access.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../domain/build.ts';

/** What the jobs of access said, or tried to say, instead of to Slack. */
export interface Said {
  kind: keyof AccessPost;
  at: Date;
  teamId: string;
  account: Account;
  request?: AccessRequest;
  count?: number;
  to?: Escalation;
  member?: Member;
  userId?: string;
  missing?: readonly Purpose[];
}

/** @param fails whether saying this fails, before anybody has heard it */
export function recorder(store: Store, fails: (said: Said) => boolean = () => false) {
  const heard: Said[] = [];
  const failed: Said[] = [];
  let now = NOW;
  const say =
    (kind: Said['kind']) =>
    async (teamId: string, about: Omit<Said, 'kind' | 'at' | 'teamId'>, reminder?: Pick<Said, 'count' | 'to'>) => {
      const said = { kind, at: now, teamId, ...about, ...reminder };
      if (!fails(said)) heard.push(said);
      else {
        failed.push(said);
        throw new Error(`${kind} failed on purpose`);
      }
    };
  const post: AccessPost = {
    announce: say('announce'),
    remind: say('remind'),
    settled: say('settled'),
    endsSoon: say('endsSoon'),
    ended: say('ended'),
    attention: say('attention'),
  };
  return {
    ...{ heard, failed, post },
    /** So many replicas do a tick of this moment at once. @returns what was thrown */
    async tick(at: Date, replicas = 1): Promise<unknown[]> {
      now = at;
      const ticks = Array.from({ length: replicas }, () => tickAccess({ store, post, now: at }));
      return (await Promise.allSettled(ticks)).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    },
    /** What was said since, in short, and forgotten. */
    news: () => heard.splice(0).map(brief),
  };
}

const brief = ({ kind, request, count, member, userId }: Said): string =>
  [kind, request?.forUser ?? member?.userId ?? userId, count].filter((part) => part !== undefined).join(' ');
