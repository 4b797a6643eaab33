import type { draft as english } from '../en/draft.ts';

export const draft: Record<keyof typeof english, string> = {
  'draft.resumed':
    '*Você não tinha salvado isto, de {since}.* O que você digitou está de volta nos campos. Salve, ou volte ao que está salvo.',
  'draft.since.today': 'hoje às {time}',
  'draft.since.yesterday': 'ontem às {time}',
  'draft.since.day': '{date} às {time}',
  'draft.discard': 'Descartar',
  'draft.saved': 'Salvo no momento: {saved}',

  'conflict.fields':
    '*Enquanto você digitava, chegaram alterações de {who}* no que você também alterou: {fields}. Nada do que é seu foi salvo ainda, e nada se perdeu.',
  'conflict.how': 'Escolha abaixo de cada um desses campos o que fica e depois salve.',
  'conflict.how.one': 'Escolha o que fica e depois salve. Nada do que é seu foi salvo ainda, e nada se perdeu.',
  'conflict.left': '{who} também alterou {field}, em que você não tinha mexido: {before} → {now}.',
  'conflict.by': '{who} alterou *{field}* ao mesmo tempo que você.',
  'conflict.before': 'Antes',
  'conflict.now': 'Salvo agora',
  'conflict.nothing': 'nada',
  'conflict.choose': '{field}: o que fica?',
  'conflict.mine': 'O que eu informei',
  'conflict.theirs': 'O que está salvo agora',
  'conflict.both': 'As duas respostas juntas',
};
