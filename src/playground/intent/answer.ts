import type { Outcome } from '../delivery/delivery.ts';
import type { IntentAnswer } from '../protocol.ts';

export const OK: IntentAnswer = { ok: true };

export const no = (error: string): IntentAnswer => ({ ok: false, error });

export const TROUBLE = 'We had some trouble connecting. Try again?';

/** What Slack shows beside a button that did not work. */
export function actionFault(outcome: Exclude<Outcome, { kind: 'acknowledged' }>): string {
  if (outcome.kind === 'refused') return `This app responded with Status Code ${outcome.status}.`;
  if (outcome.kind === 'timeout') return 'Operation timed out. Apps need to respond within 3 seconds.';
  return 'This app is not responding. Try again later.';
}
