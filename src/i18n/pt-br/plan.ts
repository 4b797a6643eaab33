/** O que está previsto além do horário semanal: exceções, feriados e horário-meta. */
export const plan = {
  'plan.open': 'Exceções e feriados',
} as const;
