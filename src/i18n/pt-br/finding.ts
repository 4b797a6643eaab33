import type { finding as english } from '../en/finding.ts';

export const finding: Record<keyof typeof english, string> = {
  'standing.ready': 'Nada impede.',
  'standing.ready-but':
    'Nada do que é obrigatório falta, mas veja antes {count, plural, one {o ponto abaixo} other {os # pontos abaixo}}.',
  'standing.sound': 'Não há ressalvas a esta ficha.',
  'standing.weak': '{count, plural, one {Um ponto abaixo enfraquece} other {# pontos abaixo enfraquecem}} esta ficha.',

  'finding.heading': '*Vale conferir.* Nada disto bloqueia a conta.',
  'finding.bounced':
    'Os e-mails para {address} voltam. {purposes}: ninguém receberia. Informe um endereço que funcione.',
  'finding.shared-and-internal':
    '{address} é mostrado aos usuários e também recebe os escalonamentos da plataforma. Use outro endereço para os escalonamentos.',
  'finding.hours-never': 'O horário “{window}” nunca acontece. Altere-o ou remova-o.',
  'finding.one-for-all':
    '{address} responde por {count, number} das sete finalidades. Quando ninguém o lê, ninguém fica sabendo de nada. Use outro para as emergências.',
  'finding.foreign-emergency':
    'As emergências vão para {address}, fora de {domains}. Confira se o endereço é de vocês e se alguém é acionado.',
  'finding.lone-admin':
    '{user} é o único administrador sem prazo de acesso. Inclua mais um, para que a conta nunca fique sem ninguém.',
  'finding.unverified':
    '{count, plural, one {Um endereço ainda não foi confirmado} other {# endereços ainda não foram confirmados}} por e-mail: {addresses}.',
  'finding.named.more': '{names} e mais {count, plural, one {#} other {#}}',
  'finding.more': 'E mais {count, plural, one {# ponto} other {# pontos}}.',
  'finding.mend.details': 'Alterar dados',
  'finding.mend.hours': 'Alterar horário',
  'finding.mend.users': 'Usuários',
};
