import type { page as english } from '../en/page.ts';

export const page: Record<keyof typeof english, string> = {
  'page.open.title': 'Confirmar um endereço',
  'page.open.text': '{address} é um contato de {account}, e você lê as mensagens que chegam nele? Então confirme.',
  'page.open.button': 'Confirmar este endereço',
  'page.open.ignore': 'Não sabe do que se trata? Feche a página: nada será confirmado.',
  'page.done.title': 'Obrigado, o endereço está confirmado',
  'page.done.text':
    'Agora {account} sabe que as mensagens para {address} chegam a alguém. Você já pode fechar esta página.',
  'page.used.title': 'Este endereço já está confirmado',
  'page.used.text': '{address} é um contato confirmado de {account}. Não há mais nada a fazer.',
  'page.expired.title': 'Este link expirou',
  'page.expired.text':
    'Ele valia por 24 horas. Quem o pediu pode enviar outra mensagem pelo Slack, com /contacts verify.',
  'page.ended.title': 'Este link não funciona mais',
  'page.ended.text':
    'Foram digitados códigos errados demais, por isso a mensagem dele foi encerrada. Outra pode ser enviada pelo Slack, com /contacts verify.',
  'page.unknown.title': 'Este link não leva a lugar nenhum',
  'page.unknown.text':
    'Talvez outra mensagem o tenha substituído, o endereço não seja mais um contato, ou uma parte do link tenha se perdido. Procure a última mensagem e copie o link inteiro.',
  'page.fault.title': 'Não funcionou',
  'page.fault.text': 'Nada foi alterado. Tente de novo daqui a pouco.',
};
