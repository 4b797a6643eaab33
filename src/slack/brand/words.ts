import type { BrandProblem, BrandProblems } from '../../domain/brand.ts';
import type { Say } from '../../i18n/say.ts';
import { refusalText } from '../contact/words.ts';

/** What is wrong with the answers about a brand, for the fields that they belong to. */
export const brandErrors = (problems: BrandProblems, say: Say): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).map(([name, problem]) => [name, brandProblemText(problem, say)]));

function brandProblemText(problem: BrandProblem, say: Say): string {
  switch (problem.reason) {
    case 'name-too-long':
    case 'too-many-brands':
      return say(`problem.${problem.reason}`, { limit: problem.limit });
    case 'name-missing':
    case 'name-has-address':
    case 'brand-taken':
    case 'alias-one':
    case 'alias-needed':
      return say(`problem.${problem.reason}`);
    default:
      return refusalText(problem, say);
  }
}
