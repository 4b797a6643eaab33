import type { stillRight as english } from '../en/still-right.ts';

export const stillRight: Record<keyof typeof english, string> = {
  'still-right.question': '*Os dados de contato de {account} ainda estão certos?* Se estiverem, um clique basta.',
  'still-right.again': '*Ninguém disse ainda se os dados de contato de {account} continuam certos.* Um clique basta.',
  'still-right.since': 'Foram confirmados pela última vez em {date} por {by}.',
  'still-right.never': 'Ninguém os confirmou ainda.',
  'still-right.confirm': 'Tudo certo',
  'still-right.changed': 'Algo mudou',
  'still-right.holds': 'Dados confirmados em {date} por {by}. A próxima pergunta é em {until}.',
  'still-right.due':
    '*Ainda está certo?* Confirmado pela última vez em {date} por {by}. Enquanto ninguém confirmar, isso pesa na prontidão.',
  'still-right.due.never': '*Ainda está certo?* Ninguém confirmou estes dados ainda.',
  'still-right.thanks': 'Obrigado. Os dados de *{account}* estão confirmados; a próxima pergunta é em {until}.',
  'still-right.already': 'Os dados de *{account}* já foram confirmados em {date} por {by}.',
};
