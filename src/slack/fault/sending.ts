import { slackError } from '../slack-error.ts';

/** Why Slack did not take a file: somebody can put the first two right, another try might do for the last. */
export const SENDING_FAULTS = ['missing-scope', 'files-off', 'failed'] as const;

export type SendingFault = (typeof SENDING_FAULTS)[number];

/** Slack's words for what a workspace, or the app's installation, does not allow. */
const OFF = [
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'restricted_action',
  'team_access_not_granted',
];

export function sendingFault(error: unknown): SendingFault {
  const code = slackError(error) ?? '';
  if (code === 'missing_scope') return 'missing-scope';
  return OFF.includes(code) ? 'files-off' : 'failed';
}
