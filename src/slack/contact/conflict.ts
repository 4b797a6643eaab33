import type { Account } from '../../domain/account.ts';
import type { Conflict, FormPurpose, PurposeChange } from '../../domain/merge.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { answerText, purposeName, purposeNames } from './words.ts';

/**
 * What the second of two editors is told (R23): who saved, which fields both changed, and what else is different now. The
 * answers themselves, and the choice, stand below each field.
 */
export function conflictNotice(
  conflicts: readonly Conflict[],
  changes: readonly PurposeChange[],
  left: readonly FormPurpose[],
  account: Account,
  say: Say,
): string[] {
  const who = [...new Set(conflicts.map(({ by }) => mention(by).mrkdwn))];
  const both = say.mrkdwn('conflict.fields', {
    who: { mrkdwn: say.list(who) },
    fields: purposeNames(
      conflicts.map(({ purpose }) => purpose),
      say,
    ),
  });
  return [both, say.mrkdwn('conflict.how'), ...left.flatMap((purpose) => leftText(purpose, changes, account, say))];
}

/** A field that this person had left alone: whose answer it shows now, and what stood there before. */
function leftText(purpose: FormPurpose, changes: readonly PurposeChange[], { sheet }: Account, say: Say): string[] {
  const all = changes.filter((change) => change.purpose === purpose);
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last || first.purpose === 'support-hours') return [];
  const told = {
    ...{ who: mention(last.by), field: purposeName(purpose, say) },
    ...{ before: answerText(purpose, first.before, say), now: answerText(purpose, sheet[purpose], say) },
  };
  return [say.mrkdwn('conflict.left', told)];
}
