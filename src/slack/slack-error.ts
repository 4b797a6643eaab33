/** Slack's own word for why it refused a call, such as `channel_not_found`; null for what is no answer of Slack's. */
export const slackError = (error: unknown): string | null =>
  (error as { data?: { error?: string } } | null)?.data?.error ?? null;
