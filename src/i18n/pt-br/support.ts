import type { support as english } from '../en/support.ts';

export const support: Record<keyof typeof english, string> = {
  'support.button': 'Falar com o suporte',
  'support.line': '*Algo não funciona?* Escreva para quem cuida da plataforma.',
  'support.title': 'Falar com o suporte',
  'support.email': 'Escreva para *{email}*. Ajuda dizer de qual conta se trata e o que você viu.',
  'support.url': 'Abra a página de suporte e diga de qual conta se trata e o que você viu.',
  'support.url.button': 'Abrir o suporte',
  'support.none':
    'Nenhum contato de suporte foi configurado neste Callsheet. Fale com quem o instalou no seu workspace.',
  'support.about': 'Sua pergunta é sobre *{account}* ({environment}).',
  'support.reference': 'Se apareceu uma referência, como *K7Q2MX*, informe-a: ela leva ao que aconteceu.',
  'support.text': 'Para falar com o suporte, {how}',
  'support.text.email': 'escreva para {email} e diga de qual conta se trata.',
  'support.text.url': 'abra {url} e diga de qual conta se trata.',
  'support.text.none': 'fale com quem instalou o Callsheet no seu workspace.',

  'help.button': 'Como obter ajuda',
  'help.line': '*Primeira vez aqui?* Para que serve cada contato, e todos os comandos.',
  'help.title': 'Como obter ajuda',
  'help.text':
    'O Callsheet mantém os seus contatos corretos. Digite /contacts para abrir a ficha, ou um destes: {commands}.',
  'help.intro':
    'O Callsheet responde a uma pergunta: *para quem ligamos?* Cada conta tem uma ficha de contatos. Todos com acesso veem e mantêm a mesma.',
  'help.locked': 'Enquanto faltarem contatos obrigatórios, todo o resto fica bloqueado. Basta uma pessoa preencher.',
  'help.purposes': 'Para que serve cada contato',
  'help.commands': 'Comandos',
  'help.command.open': 'abre a ficha de contatos',
  'help.command.status': 'o que já existe e o que falta',
  'help.command.edit': 'altera a ficha de contatos',
  'help.command.who': 'para quem ligar em cada situação, por exemplo: quem a integração caiu',
  'help.command.hours': 'quando há atendimento, na sua hora; define isso se você cuida da ficha',
  'help.command.share': 'publica o único contato que os usuários podem ver, e o horário de atendimento',
  'help.command.access': 'quem pode ver e alterar a ficha',
  'help.command.accounts': 'todas as contas a que você tem acesso',
  'help.command.verify': 'se as mensagens chegam aos endereços, e um código para mostrar isso',
  'help.command.history': 'o que mudou, quem mudou e quando',
  'help.command.settings': 'nome, marcas, integrações e canais vinculados da conta',
  'help.command.export': 'um arquivo da ficha, de todas as suas fichas, ou do histórico',
  'help.command.import': 'altera fichas por meio de uma tabela, com prévia',
  'help.command.support': 'como falar com o suporte',
  'help.command.help': 'esta página',
};
