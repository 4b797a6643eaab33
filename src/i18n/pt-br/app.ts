import type { app as english } from '../en/app.ts';

export const app: Record<keyof typeof english, string> = {
  'app.close': 'Fechar',
  'app.cancel': 'Cancelar',
  'app.save': 'Salvar',
  'app.back': 'Voltar',

  'environment.sandbox': 'Sandbox',
  'environment.production': 'Produção',

  'command.unknown': 'Não conheço “{word}”.',
  'command.did-you-mean': 'Você quis dizer {suggestion}?',
  'command.not-yet': '“{command}” ainda não existe. Digite /contacts ajuda para ver o que existe.',
  'command.pick': 'Você tem {count, plural, one {# conta} other {# contas}}. De qual se trata?',

  'shared.contact': '*Contato:* {address}',
  'shared.hours': '*Horário de atendimento:* {hours}',

  'fault.title': 'Não deu certo',
  'fault.text':
    'Não deu certo, e nada mudou. Tente de novo em um instante. Se acontecer outra vez, fale com o suporte e informe a referência {reference}.',
  'fault.saving':
    'Não foi possível salvar; o que você digitou continua aqui. Tente de novo em um instante. Referência: {reference}',
};
