import type { SectionBlock } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Plan } from '../../domain/coverage/plan.ts';
import { glance } from '../../domain/coverage/report.ts';
import { button, section } from '../block-kit.ts';
import type { Viewer } from '../viewer.ts';
import { OPEN_COVERAGE } from './coverage.ts';
import { nextGapText, standingTexts } from './words.ts';

/** The coverage in one line, with the way to all of it. */
export function coverageLine(
  { account, plan, now }: { account: Account; plan: Plan; now: Date },
  viewer: Viewer,
): SectionBlock {
  const { say, person } = viewer;
  const seen = glance(account, plan, person.zone, now);
  const text = [...standingTexts(seen, now, viewer), nextGapText(seen, now, viewer)].join(' ');
  return section(text, button(OPEN_COVERAGE, say('coverage.button'), { value: account.id }));
}
