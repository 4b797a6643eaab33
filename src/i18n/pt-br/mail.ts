import type { mail as english } from '../en/mail.ts';

export const mail: Record<keyof typeof english, string> = {
  'mail.challenge.subject': 'Confirme este endereço para {account}',
  'mail.challenge.why':
    '{account} mantém {address} como um de seus contatos no Callsheet e gostaria de saber se as mensagens chegam até você.',
  'mail.challenge.code': 'Passe este código a quem o pediu, ou digite-o você mesmo no Slack. Ele vale por 15 minutos:',
  'mail.challenge.link': 'Ou confirme o endereço aqui, em até 24 horas:',
  'mail.challenge.ignore':
    'Não sabe do que se trata? Então não faça nada: sem confirmação, o endereço fica como não confirmado. {support}',

  'mail.farewell.subject': 'Este endereço não é mais um contato de {account}',
  'mail.farewell.by': '{by} retirou {address} dos contatos de {account} em {date}.',
  'mail.farewell.nobody': '{address} foi retirado dos contatos de {account} em {date}.',
  'mail.farewell.purposes': 'Ele não é mais o contato para: {purposes}.',
  'mail.farewell.object':
    'Se está certo assim, não é preciso fazer nada. Se não, avise a equipe de {account} de que houve um engano. {support}',

  'mail.support.email': 'Dúvidas? Escreva para {email}.',
  'mail.support.url': 'Dúvidas? Abra {url}',
  'mail.support.none': 'Dúvidas? Fale com o seu contato em {account}.',
  'mail.automatic': 'O Callsheet enviou esta mensagem automaticamente. Ninguém lê as respostas.',
};
