/** What is planned besides the weekly hours: exceptions, holidays and target hours. */
export const plan = {
  'plan.open': 'Exceptions and holidays',
} as const;
