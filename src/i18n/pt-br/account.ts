import type { account as english } from '../en/account.ts';

export const account: Record<keyof typeof english, string> = {
  'integration.ordering-end-to-end': 'Pedidos, de ponta a ponta',
  'integration.ordering-redirect': 'Pedidos, redirecionamento',
  'integration.reservations': 'Reservas',
  'integration.waitlist': 'Lista de espera',
  'integration.menu-feed': 'Feed de cardápio',
  'integration.product-catalog': 'Catálogo de produtos',
  'integration.unknown': 'Outra integração',

  'first-run.title': 'Configurar a conta',
  'first-run.submit': 'Continuar',
  'first-run.intro':
    '*Boas-vindas ao Callsheet.* Quatro respostas, e depois a ficha de contatos. Você será o primeiro administrador da conta.',
  'first-run.name': 'Nome da conta',
  'first-run.name.hint': 'Como a plataforma conhece a sua equipe. Exemplo: Padaria Nova',
  'first-run.integrations': 'Integrações',
  'first-run.integrations.hint': 'O que vocês integram com a plataforma. Isso decide quais contatos são pedidos.',
  'first-run.integrations.placeholder': 'Escolha uma ou mais',
  'first-run.brand': 'Marca padrão',
  'first-run.brand.hint': 'O nome que os usuários veem. Exemplo: Padaria Nova',
  'first-run.alias': 'E-mail de atendimento da marca',
  'first-run.alias.hint': 'O endereço para o qual os usuários podem escrever. Exemplo: ajuda@suaempresa.com.br',

  'brand.title': 'Marca padrão',
  'brand.intro': 'O endereço mostrado aos usuários precisa ser o e-mail de atendimento de *{brand}*.',
  'brand.alias': 'E-mail de atendimento de {brand}',

  'launch.title': 'Lançar em produção',
  'launch.submit': 'Lançar',
  'launch.intro':
    'A ficha de *{account}* para o sandbox está completa. Produção pede mais uma coisa: quem é alertado quando surge um problema.',
  'launch.button': 'Lançar em produção',
  'launch.launched.heading': 'Em produção',
  'launch.launched': '*{account}* está em produção. Os contatos de alerta são avisados quando surge um problema.',
  'launch.not-an-admin': 'Só um administrador da conta pode fazer o lançamento.',
  'launch.already-launched': 'Esta conta já está em produção.',
  'launch.incomplete': 'Antes do lançamento, a ficha precisa de: {missing}.',

  'accounts.heading': 'Suas contas',
  'accounts.line': '*{account}*\n{readiness}',
  'accounts.open': 'Abrir',
  'accounts.open.label': 'Abrir {account}',
  'accounts.more': 'E mais {count, plural, one {# conta} other {# contas}}.',
  'accounts.add': 'Adicionar uma conta',
  'accounts.find':
    '*{count, plural, one {# conta} other {# contas}}*, primeiro aquelas em que mais falta. Busque pelo nome:',
  'accounts.find.placeholder': 'Buscar uma conta',
  'accounts.page': 'Página {page, number} de {pages, number}',
  'accounts.back': 'Página anterior',
  'accounts.forth': 'Próxima página',
  'accounts.pick': 'Escolher',
  'accounts.pick.label': 'Escolher {account}',

  'home.heading': 'Callsheet',
  'home.locked': '*{account}* está bloqueada. Os dados de contato são exigidos antes de qualquer outra coisa.',
  'home.complete': 'Completar a ficha',
  'home.hours': 'Horário de atendimento',
  'home.users': 'Usuários',
  'home.share': 'Compartilhar contato',
  'home.none':
    'Você ainda não tem acesso a nenhuma ficha de contatos. Peça: um administrador decide, e a resposta chega aqui no Slack.',
  'home.first':
    '*Para quem ligamos?* O Callsheet mantém corretos os contatos da sua integração. Configure a conta para começar.',
  'home.first.button': 'Configurar a conta',
  'home.accounts': 'Todas as contas',
};
