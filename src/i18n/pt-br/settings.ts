import type { settings as english } from '../en/settings.ts';

export const settings: Record<keyof typeof english, string> = {
  'settings.title': 'Configurações',
  'settings.button': 'Configurações',
  'settings.change': 'Alterar',
  'settings.account': '*{account}* · {environment}',
  'settings.read-only': 'Você pode ler estas configurações. Quem altera são os administradores da conta.',
  'settings.brands': 'Marcas',
  'settings.brand': '*{brand}*\n{alias}',
  'settings.brand.default': '*{brand}* · marca padrão\n{alias}',
  'settings.brand.no-alias': 'ainda sem e-mail de atendimento',
  'settings.brand.change': 'Alterar a marca {brand}',
  'settings.integrations': 'Integrações',
  'settings.integrations.list': '*Integrado:* {list}',
  'settings.integrations.none': 'nada',
  'settings.channels': 'Canais vinculados',
  'settings.channels.none':
    'Em um canal vinculado, */contacts* vale para esta conta. Nenhum canal foi vinculado ainda.',
  'settings.channels.some': 'Nestes canais, */contacts* vale para esta conta.',
  'settings.channels.more': 'E mais {count, plural, one {# canal} other {# canais}}.',

  'rename.title': 'Nome da conta',

  'brand.new': 'Adicionar uma marca',
  'brand.new.submit': 'Adicionar',
  'brand.new.intro':
    'Uma marca de *{account}* pela qual os usuários conhecem vocês. Só o e-mail da marca padrão é mostrado a eles.',
  'brand.none': 'Esta conta não tem marca padrão. Dê um nome a ela, com o endereço mostrado aos usuários.',
  'brand.edit': 'Alterar a marca',
  'brand.edit.intro': '*{brand}* é uma das suas marcas.',
  'brand.edit.intro.default':
    '*{brand}* é a marca padrão: o e-mail de atendimento dela é o endereço mostrado aos usuários. Para remover, defina antes outra marca como padrão.',
  'brand.name': 'Nome da marca',
  'brand.default': 'Definir como padrão',
  'brand.default.sure': 'Definir como marca padrão?',
  'brand.default.means':
    'O e-mail de atendimento dela passa a ser o endereço que os usuários devem ver. A ficha só muda quando você mandar.',
  'brand.default.yes': 'Definir',
  'brand.remove': 'Remover a marca',
  'brand.remove.sure': 'Remover esta marca?',
  'brand.remove.means': 'O nome e o e-mail de atendimento saem da conta. A ficha de contatos continua como está.',
  'brand.remove.yes': 'Remover',
  'brand.conflict':
    '*{who} alterou esta marca enquanto você digitava.* Agora está assim: {brand}, {alias}. O que você digitou continua aqui: salve de novo para substituir.',
  'brand.news.title': 'Marca',
  'brand.news.saved': '*Salvo.* A ficha de contatos não foi alterada.',
  'brand.news.made-default': '*Salvo.* Agora ela é a marca padrão.',
  'brand.news.removed': '*Removida.* A marca não faz mais parte da conta.',
  'brand.news.gone': 'Esta marca não existe mais. Talvez outra pessoa a tenha removido.',
  'brand.news.last': 'Esta é a única marca. Uma conta tem pelo menos uma.',
  'brand.news.is-default': 'Esta é a marca padrão. Defina outra como padrão antes de removê-la.',
  'brand.news.alias-needed':
    'Uma marca sem e-mail de atendimento não pode ser a padrão: é esse e-mail que os usuários veem. Informe-o antes.',
  'brand.news.mended': '*Pronto.* Os usuários de {account} agora veem {shared}.',
  'brand.news.in-order':
    'Isso já foi corrigido: os usuários de {account} veem {shared}, o e-mail de atendimento da marca padrão.',
  'brand.news.moved':
    'A marca padrão ou o e-mail de atendimento dela mudou depois que você viu a pergunta. Nada foi salvo.',
  'brand.news.no-alias':
    'A marca padrão não tem mais e-mail de atendimento, então não há o que mostrar. Informe-o antes.',

  'drift.use': 'Usar {expected}',
  'drift.use.alias': 'Usar o e-mail da marca',

  'integrations.title': 'Integrações',
  'integrations.intro':
    'O que *{account}* integra com a plataforma. Isso decide se é pedido um contato para problemas de estabelecimentos.',
  'integrations.confirm': 'Salvar',
  'integrations.asks.required': 'exige contato para problemas de estabelecimentos',
  'integrations.asks.optional': 'pode ter contato para problemas de estabelecimentos',
  'integrations.asks.not-available': 'não usa contato para problemas de estabelecimentos',
  'integrations.rule.required': 'O contato para problemas de estabelecimentos é obrigatório.',
  'integrations.rule.optional': 'O contato para problemas de estabelecimentos é opcional.',
  'integrations.rule.not-available': 'O contato para problemas de estabelecimentos não está disponível.',
  'integrations.becomes.required': '*O contato para problemas de estabelecimentos passa a ser obrigatório.*',
  'integrations.becomes.optional':
    '*O contato para problemas de estabelecimentos passa a ser opcional.* Pode ficar em branco.',
  'integrations.becomes.not-available':
    '*O contato para problemas de estabelecimentos deixa de estar disponível.* A ficha não o pede nem o mostra; o que foi informado fica guardado, caso uma integração volte a pedir.',
  'integrations.then.locks':
    'Ainda não há nenhum: a conta fica bloqueada para todos até que esteja na ficha. Você pode informar logo em seguida.',
  'integrations.then.attention':
    'Ainda não há nenhum: a conta precisa de atenção até que esteja na ficha. Ninguém fica bloqueado.',
  'integrations.then.unlocks': 'Assim não falta mais nada: a conta é liberada para todos.',
  'integrations.conflict':
    '*{who} alterou as integrações enquanto você escolhia.* Agora são: {list}. A sua escolha ainda não foi salva: salve de novo para substituir.',

  'channels.link': 'Vincular um canal',
  'channels.submit': 'Vincular',
  'channels.unlink': 'Desvincular',
  'channels.intro': 'Em um canal vinculado, */contacts* vale para *{account}*, seja quem for que digite.',
  'channels.channel': 'Canal',
  'channels.hint':
    'Um canal em que você está. Se for privado, o Callsheet precisa estar nele: digite lá /invite @Callsheet.',
  'channels.refused.missing': 'Escolha um canal.',
  'channels.refused.unseen':
    'O Callsheet não vê este canal. Convide-o primeiro: /invite @Callsheet. Mensagens diretas não podem ser vinculadas.',
  'channels.refused.archived': 'Este canal está arquivado. Escolha outro.',
  'channels.refused.not-in-it': 'Você não está neste canal. Entre nele primeiro, ou peça a alguém que esteja.',
  'channels.refused.taken': 'Este canal está vinculado a outra conta. Antes é preciso desvinculá-lo lá.',

  'advice.keep': 'Está bom assim',
  'advice.title': 'Recomendação',
  'advice.passed':
    '*Mantido.* {count, plural, one {{addresses} continua, e a recomendação não será repetida.} other {{addresses} continuam, e a recomendação não será repetida.}}',
  'advice.changed': 'O contato de emergência mudou depois desta recomendação, então ela não foi dispensada.',

  'form.alias.other':
    'O e-mail de atendimento é outro? Altere aqui primeiro; depois ele pode ser mostrado aos usuários.',
  'form.alias.change': 'Alterar o e-mail',

  'problem.brand-taken': 'Esta conta já tem uma marca com este nome.',
  'problem.too-many-brands': 'Uma conta tem no máximo {limit, number} marcas.',
  'problem.alias-needed': 'A marca padrão precisa de um e-mail de atendimento: é ele que os usuários veem.',
  'problem.alias-admin': 'O e-mail já foi informado: {alias}. Só um administrador da conta pode alterá-lo.',
  'problem.brand-moved': 'Esta não é mais a marca padrão. Feche e abra de novo.',
};
