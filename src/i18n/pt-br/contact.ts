import type { contact as english } from '../en/contact.ts';

export const contact: Record<keyof typeof english, string> = {
  'purpose.alert': 'Contatos de alerta',
  'purpose.tech-emergency': 'Emergência técnica',
  'purpose.tech-non-emergency': 'Assuntos técnicos sem urgência',
  'purpose.ops-merchant': 'Operações (problemas de estabelecimentos)',
  'purpose.ops-platform': 'Operações (só para a plataforma)',
  'purpose.ops-users': 'Operações (mostrado aos usuários)',
  'purpose.support-hours': 'Horário de atendimento',

  'hint.alert':
    'Recebem os e-mails automáticos quando surge um problema em produção. Escolha membros desta conta, por exemplo quem está de plantão.',
  'hint.tech-emergency':
    'Quem é chamado quando a integração cai. O melhor é um endereço que acione quem está de plantão. Exemplo: plantao@suaempresa.com.br',
  'hint.tech-non-emergency':
    'Migrações de API, problemas de correspondência e outras questões técnicas que podem esperar um dia. Exemplo: integracoes@suaempresa.com.br',
  'hint.ops-merchant':
    'Problemas com um estabelecimento: cardápios, pedidos, remoções. Exemplo: lojas@suaempresa.com.br',
  'hint.ops-platform':
    'Casos em que vocês precisam agir. Só a plataforma vê, nunca os seus usuários. Exemplo: escalonamento@suaempresa.com.br',
  'hint.ops-users': 'O único endereço mostrado aos usuários. Precisa ser o e-mail de atendimento de {brand}: {alias}',
  'hint.ops-users.any':
    'O único endereço mostrado aos usuários. Precisa ser o e-mail de atendimento da marca padrão. Exemplo: ajuda@suaempresa.com.br',
  'hint.support-hours':
    'Quando alguém responde, com quantas faixas e fusos horários forem precisos. Exemplo: segunda a sexta, 09:00–18:00, São Paulo.',

  'form.title.locked': 'Dados obrigatórios',
  'form.title': 'Dados de contato',
  'form.intro.locked':
    '*{account}* precisa dos dados de contato antes de qualquer outra coisa. Você pode salvar o que já tem e voltar depois: nada se perde.',
  'form.intro.open': '*{account}* · {environment}. Todos com acesso à conta veem e mantêm estes dados.',
  'form.several': 'Cada campo aceita até dez endereços, separados por vírgulas, espaços ou quebras de linha.',
  'form.missing': '*Ainda falta:* {missing}',
  'form.missing.none': '*Tudo o que {environment} pede está aqui.*',
  'form.saved.partly': '*Salvo.* Ainda falta: {missing}. A conta continua bloqueada até lá.',
  'form.saved.partly.production': '*Salvo.* Ainda falta: {missing}.',
  'form.label.required': '{purpose} · necessário, agora ou depois',
  'form.alert.later':
    '*Contatos de alerta* são escolhidos no lançamento para produção: no sandbox não há o que alertar.',
  'form.alias.missing':
    '*Operações (mostrado aos usuários)* precisa ser o e-mail de atendimento da marca padrão, e ela ainda não tem um.',
  'form.alias.add': 'Informar o e-mail',
  'form.hours': '*Horário de atendimento*',
  'form.hours.required': '*Horário de atendimento* · necessário, agora ou depois',
  'form.hours.none': 'Ainda não definido. {hint}',
  'form.hours.set': 'Definir horário',
  'form.hours.change': 'Alterar horário',
  'form.users':
    '*Usuários* · {count, plural, one {# pessoa tem} other {# pessoas têm}} acesso. Alguém pode preencher melhor? Traga essa pessoa.',
  'form.users.button': 'Usuários',
  'form.read-only':
    'Você pode ler esta ficha. Para alterar, peça a um administrador da conta que faça de você um editor.',

  'unlocked.title': 'Tudo pronto',
  'unlocked.heading': 'A ficha de contatos está completa',
  'unlocked.body': '*{account}* está liberada para todos. *A integração pode começar.*',
  'unlocked.next':
    'Mantenha a ficha correta: digite */contacts* sempre que algo mudar. Quando estiverem prontos para produção, faça o lançamento na Página inicial ou em */contacts status*.',

  'advice.personal':
    '{addresses} {count, plural, one {parece a caixa de correio de uma só pessoa} other {parecem caixas de correio de uma só pessoa}}. Na ausência dela, ninguém fica sabendo da emergência. Um endereço que acione quem está de plantão é mais seguro, mas você pode deixar assim.',

  'saved.title': 'Salvo',
  'saved.body': '*{account}*: {changed} – salvo. Todos com acesso já veem.',
  'saved.nothing': 'Nada estava diferente, então nada mudou.',

  'status.heading': '{account} · {environment}',
  'status.readiness': '{environment} {given, number}/{required, number}',
  'status.readiness.done': '{environment} {given, number}/{required, number}, completa',
  'status.readiness.missing': '{environment} {given, number}/{required, number}, falta {missing}',
  'status.ready': 'Pronto para o lançamento?',
  'status.attention': '*Precisa de atenção*',
  'status.attention.missing': 'Falta: {purpose}. Acrescente à ficha.',
  'status.attention.alias-drift':
    'Os usuários veem {shared}, mas o e-mail de atendimento da marca padrão é {expected}. Altere um dos dois.',
  'status.attention.alias-gone':
    'Os usuários veem {shared}, mas a marca padrão não tem e-mail de atendimento. Informe-o.',
  'status.none': 'ainda não informado',
  'status.not-available': 'não usado pelas suas integrações',
  'status.sandbox': 'escolhido no lançamento',
  'status.edit': 'Alterar dados',
  'status.text': '{account} está em {environment}. {readiness}. {ready} {contacts}',
  'status.contact': '{purpose}: {value}.',
};
