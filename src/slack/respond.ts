import type { Person } from '../domain/person.ts';
import { say } from '../i18n/say.ts';
import { LeakError } from '../store/leak.ts';
import { deliver, deliverFault, faultAnswer, type ViewSource, type Way } from './deliver.ts';
import { type Incoming, turnOf } from './dispatch.ts';
import { newReference } from './fault/fault.ts';
import { type Acknowledge, acknowledge, checkAcknowledgement } from './sink/acknowledgement.ts';
import { colleague, type Readers } from './sink/guard.ts';
import { senderOf } from './sink/sender.ts';
import type { Answer, Deps, Turn } from './turn.ts';
import type { Viewer } from './viewer.ts';

/** Answers what is acknowledged already: a command, a click, a shortcut, an opened Home. */
export async function answerClick(
  deps: Deps,
  from: Incoming,
  way: Way,
  run: (turn: Turn) => Promise<Answer>,
): Promise<void> {
  let viewer: Viewer = STRANGER;
  const sender = senderOf({ ...from, deps, now: deps.now() });
  try {
    const turn = await turnOf(deps, from);
    viewer = turn.viewer;
    const answer = await run(turn);
    const viewId = await deliver(sender, readersOfAnswer(answer, turn.person, from), answer, way);
    await afterwards(deps, answer, viewId);
  } catch (error) {
    const reference = newReference();
    deps.log.error('answer.failed', { reference, error });
    await deliverFault(sender, reference, way, viewer).catch((told) =>
      deps.log.error('fault.untold', { reference, error: told }),
    );
  }
}

/** One person gets an answer. Unless it was made for a member, it may hold what they know anyhow, and nothing else. */
const readersOfAnswer = (
  { audience = 'third-party', about }: Answer,
  person: Person,
  { typed, values }: Incoming,
): Readers => ({
  ...{ audience, about, own: [typed, values] },
  colleague: colleague(person),
});
/** Does what comes while a person types, or has gone: they are told nothing, whatever happens, and nothing of it is lost to them. */
export async function answerQuietly(deps: Deps, from: Incoming, run: (turn: Turn) => Promise<Answer>): Promise<void> {
  try {
    await run(await turnOf(deps, from));
  } catch (error) {
    deps.log.error('draft.not-kept', { error });
  }
}

interface Submission {
  view: ViewSource;
  ack: Acknowledge;
  ackWithin: number;
}

/** Answers a submission with its acknowledgement, after the save: a failed save keeps the form open with its values. */
export async function answerSubmission(
  deps: Deps,
  from: Incoming,
  { view, ack, ackWithin }: Submission,
  run: (turn: Turn) => Promise<Answer>,
): Promise<void> {
  let viewer: Viewer = STRANGER;
  let done: Answer['after'];
  let answer: Answer;
  try {
    answer = await within(ackWithin, async () => {
      const turn = await turnOf(deps, from);
      viewer = turn.viewer;
      const said = await run(turn);
      // What was saved is saved, also if the answer to it may not be shown.
      done = said.after;
      await checkAcknowledgement(senderOf(turn), readersOfAnswer(said, turn.person, from), said);
      return said;
    });
  } catch (error) {
    const reference = newReference();
    deps.log.error('save.failed', { reference, error });
    answer = { ...faultAnswer(reference, view, viewer), ...(error instanceof LeakError && done && { after: done }) };
  }
  await acknowledge(ack, answer);
  await afterwards(deps, answer);
}

async function afterwards(deps: Deps, answer: Answer, viewId: string | null = null): Promise<void> {
  try {
    await answer.after?.(viewId);
  } catch (error) {
    deps.log.error('afterwards.failed', { error });
  }
}

async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LateError()), milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

class LateError extends Error {
  override name = 'LateError';
}

/** Whoever could not even be looked up is spoken to in English, as a third party. */
export const STRANGER: Viewer = {
  person: { userId: '', name: '', standing: 'stranger', locale: 'en-US', zone: 'UTC', isOwner: false },
  audience: 'third-party',
  role: null,
  say: say('en'),
};
