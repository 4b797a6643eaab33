import type { Listener } from '../turn.ts';
import { DRAW_WEEK, OPEN_COVERAGE, RETURN_COVER, TAKE_COVER } from './coverage.ts';
import { drawWeek, handBack, openCoverage, take } from './handlers.ts';

export const COVERAGE_LISTENERS: readonly Listener[] = [
  { source: { kind: 'command', id: 'coverage' }, needs: 'viewer', run: openCoverage },
  { source: { kind: 'action', id: OPEN_COVERAGE }, needs: 'viewer', run: openCoverage },
  { source: { kind: 'action', id: DRAW_WEEK }, needs: 'viewer', run: drawWeek },
  // Whoever has access may promise their own time.
  { source: { kind: 'action', id: TAKE_COVER }, needs: 'viewer', names: 'cover', run: take },
  { source: { kind: 'action', id: RETURN_COVER }, needs: 'viewer', names: 'cover', run: handBack },
];
