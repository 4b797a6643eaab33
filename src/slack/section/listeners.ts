import type { Listener } from '../turn.ts';
import { answerSection, openSection } from './answering.ts';
import { ASK_SECTION, askView, WITHDRAW_ASK } from './ask.ts';
import { openAsk, sendAsk, withdrawAsk } from './asking.ts';
import { fillView } from './fill.ts';
import { FILL_SECTION } from './invitation.ts';

/** A colleague without access fills one section: asking needs a role, answering needs having been asked (X7). */
export const SECTION_LISTENERS: readonly Listener[] = [
  { source: { kind: 'action', id: ASK_SECTION }, needs: 'editor', run: openAsk },
  { source: { kind: 'submission', id: askView.id }, needs: 'editor', run: sendAsk },
  { source: { kind: 'action', id: WITHDRAW_ASK }, needs: 'editor', run: withdrawAsk },
  { source: { kind: 'action', id: FILL_SECTION }, needs: 'nobody', run: openSection },
  { source: { kind: 'submission', id: fillView.id }, needs: 'nobody', run: answerSection },
];
