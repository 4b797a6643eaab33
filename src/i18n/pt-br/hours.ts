import type { hours as english } from '../en/hours.ts';

export const hours: Record<keyof typeof english, string> = {
  'hours.title': 'Horário de atendimento',
  'hours.intro': 'Quando alguém de *{account}* responde? Adicione uma faixa para cada turno e fuso horário.',
  'hours.window': 'Faixa {number, number}',
  'hours.days': 'Dias',
  'hours.start': 'Das',
  'hours.end': 'Até',
  'hours.end.hint': 'Se não for depois de “Das”, vale o dia seguinte. O mesmo horário duas vezes são 24 horas.',
  'hours.zone': 'Fuso horário',
  'hours.zone.hint': 'Procure uma cidade, por exemplo São Paulo ou Nova York.',
  'hours.zone.placeholder': 'Procure uma cidade',
  'hours.add': 'Adicionar faixa',
  'hours.remove': 'Remover',
  'hours.remove.label': 'Remover faixa {number, number}',
  'hours.none': 'Ainda não há nenhuma faixa.',
  'hours.most': 'São {limit, number} faixas, o máximo que cabe.',
  'hours.line': '{days} {start}–{end} ({zone})',
  'hours.line.overnight': '{days} {start}–{end} do dia seguinte ({zone})',
  'hours.line.allday': '{days} 24 horas ({zone})',
  'hours.everyday': 'todos os dias',
  'hours.range': '{first} a {last}',
};
