import { MOST_WINDOWS } from '../../domain/hours.ts';
import type { RowProblem } from '../../domain/import.ts';
import type { Say } from '../../i18n/say.ts';
import type { TextProblem } from '../../table/import-text.ts';
import { refusalText } from '../contact/words.ts';

/** Why a row will not do: as the form says it, and with the words of the row where the form has a place for each. */
export function problemText(problem: RowProblem, say: Say): string {
  switch (problem.reason) {
    case 'account-unknown':
    case 'account-unclear':
    case 'purpose-unknown':
    case 'person-unreadable':
    case 'window-unreadable':
      return say(`import.problem.${problem.reason}`, { text: problem.text });
    case 'not-an-editor':
      return say('import.problem.not-an-editor');
    case 'row-twice':
      return say('import.problem.row-twice', { first: problem.first });
    case 'zone-missing':
    case 'zone-unknown':
    case 'days-missing':
    case 'time-missing':
    case 'time-invalid':
    case 'duplicate-window':
    case 'too-many-windows': {
      const reason = say(`problem.${problem.reason}`, { limit: MOST_WINDOWS });
      return say('import.problem.window', { text: problem.text, reason });
    }
    default:
      return refusalText(problem, say);
  }
}

/** Why a whole text is no import. */
export const textProblemText = (problem: TextProblem, say: Say): string =>
  say(`import.text.${problem.reason}`, 'row' in problem ? { row: problem.row } : {});
