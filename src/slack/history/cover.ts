import { coverInterval } from '../../domain/coverage/plan.ts';
import { type Markup, mention } from '../../i18n/say.ts';
import type { ChangeEntry } from '../../store/changes.ts';
import { gapText } from '../coverage/words.ts';
import type { Viewer } from '../viewer.ts';

interface CoverFacts {
  userId: string;
  from: string;
  to: string;
}

const gapOf = ({ from, to }: CoverFacts, at: Date, viewer: Viewer): string =>
  gapText(coverInterval({ from: new Date(from), to: new Date(to) }), at, viewer);

/** Somebody covers a gap, or it was given back: by themselves, or by an admin. */
export function coverSentences(
  { kind, by, at, before, after }: Omit<ChangeEntry, 'id' | 'revision'>,
  who: Markup,
  viewer: Viewer,
): string[] {
  const { say } = viewer;
  const cover = (kind === 'cover.taken' ? after.cover : before.cover) as CoverFacts;
  const facts = { by: who, user: mention(cover.userId), gap: gapOf(cover, at, viewer) };
  const key = kind === 'cover.taken' ? kind : cover.userId === by ? 'cover.returned.own' : 'cover.returned';
  return [say.mrkdwn(`history.${key}`, facts)];
}

/** What nobody covers any more since a person lost access. */
export const droppedSentences = ({ covers = [] }: ChangeEntry['before'], at: Date, viewer: Viewer): string[] =>
  (covers as CoverFacts[]).map((cover) =>
    viewer.say.mrkdwn('history.cover.dropped', {
      user: mention(cover.userId),
      gap: gapOf(cover, at, viewer),
    }),
  );
