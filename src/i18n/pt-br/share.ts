import type { share as english } from '../en/share.ts';

export const share: Record<keyof typeof english, string> = {
  'share.title': 'Compartilhar contato',
  'share.submit': 'Publicar',
  'share.intro':
    '*O que vão ver?* O cartão abaixo, e nada mais: o único contato de *{account}* feito para usuários, e quando há atendimento. Nada é publicado até você clicar em Publicar.',
  'share.channel': 'Publicar em',
  'share.channel.hint':
    'Um canal em que você e o Callsheet estejam. Pode ser um canal compartilhado com outras empresas.',
  'share.channel.placeholder': 'Escolha um canal',
  'share.language': 'Idioma do cartão',
  'share.language.en': 'Inglês',
  'share.language.pt': 'Português (Brasil)',
  'share.nothing':
    '*Ainda não há o que compartilhar.* O contato que os usuários podem ver não está na ficha. Informe-o e depois compartilhe.',
  'share.done.title': 'Publicado',
  'share.done':
    'O cartão está em {channel}. Quando o contato ou o horário mudar, compartilhe de novo: o que foi publicado fica como está.',

  'share.refused.nothing-chosen': 'Escolha o canal em que o cartão será publicado.',
  'share.refused.nothing-to-share':
    'O contato que os usuários podem ver não está mais na ficha. Feche esta janela, informe-o e compartilhe de novo.',
  'share.refused.not-found':
    'O Callsheet não enxerga esse canal. Convide-o com /invite @Callsheet e clique em Publicar de novo.',
  'share.refused.not-a-channel': 'Cartões são publicados em canais, não em mensagens diretas. Escolha um canal.',
  'share.refused.archived': 'Esse canal está arquivado, e nada pode ser publicado nele. Escolha outro.',
  'share.refused.app-out':
    'O Callsheet não está nesse canal. Convide-o com /invite @Callsheet e clique em Publicar de novo.',
  'share.refused.person-out': 'Você não está nesse canal. Entre nele primeiro, ou escolha outro.',
  'share.refused.too-many':
    'Esse canal tem tanta gente que não dá para verificar se você está nele. Escolha um canal menor.',
  'share.refused.restricted':
    'Só algumas pessoas podem publicar nesse canal, e o Callsheet não é uma delas. Escolha outro.',

  'share.card.heading': '{brand}: contato e horário de atendimento',
  'share.card.text': 'Para falar com {brand}, escreva para {address}. {open} Horário de atendimento: {hours}.',
  'share.card.hours': '*Horário de atendimento*',
  'share.card.as-of': 'Situação: {date}, no seu horário. Cada linha do horário traz o seu fuso.',

  'open.now': 'O atendimento está aberto agora, até {until}.',
  'open.always': 'O atendimento está aberto agora e não fecha.',
  'open.later': 'O atendimento está fechado agora e abre {from}.',
  'open.never': 'O atendimento está fechado e não abre no próximo ano.',
};
