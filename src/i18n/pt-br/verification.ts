import type { verification as english } from '../en/verification.ts';

export const verification: Record<keyof typeof english, string> = {
  'verify.title': 'Confirmar endereços',
  'verify.intro':
    '*{account}*: {verified, number} de {count, number} endereços confirmados. Uma mensagem com um código, enviada a um endereço, mostra que alguém a lê.',
  'verify.none': '*{account}* ainda não tem endereços. Preencha primeiro a ficha.',
  'verify.no-mail':
    'O e-mail não está configurado neste Callsheet, por isso nenhum endereço pode ser confirmado. Quem o administra pode definir SMTP_URL e MAIL_FROM.',
  'verify.read-only':
    'Você pode ver a situação dos endereços. Para confirmá-los, fale com um editor ou administrador da conta.',
  'verify.line': '{address}\n{state}',
  'verify.state.unverified': 'Ainda não confirmado',
  'verify.state.verified': 'Confirmado em {date}',
  'verify.state.bounced':
    '*As mensagens para ele voltam.* O servidor de e-mail não conhece este endereço: corrija-o, ou peça que a caixa seja criada.',
  'verify.pending': 'Código enviado. Vale até {time}.',
  'verify.send': 'Enviar código',
  'verify.send.label': 'Enviar um código para {address}',
  'verify.again': 'Enviar de novo',
  'verify.again.label': 'Enviar um novo código para {address}',
  'verify.enter': 'Digitar código',
  'verify.enter.label': 'Digitar o código enviado para {address}',
  'verify.all': 'Enviar para todos ({count, number})',
  'verify.all.text': '{count, plural, one {Um endereço ainda não tem} other {# endereços ainda não têm}} código.',

  'verify.sent':
    '{count, plural, one {*Um código está a caminho de {address}.*} other {*Códigos estão a caminho de # endereços.*}} Digite o código aqui, mesmo que outra pessoa leia a mensagem e conte a você.',
  'verify.just-asked': 'Um código foi enviado para {address} há instantes. Procure por ele primeiro.',
  'verify.bounced': '*A mensagem para {address} voltou:* o servidor de e-mail não o conhece.',
  'verify.not-now':
    '*O servidor de e-mail não aceitou a mensagem para {address}.* Nada foi enviado; tente de novo em alguns minutos.',
  'verify.withheld':
    '*Nada foi enviado para {address}:* a mensagem mostraria um contato que é só para os membros. Confira o nome da conta. Se ele não citar nenhum contato, peça ajuda com a referência {reference}.',
  'verify.perhaps':
    '*A conexão com o servidor de e-mail caiu enquanto a mensagem para {address} era enviada.* Ela ainda pode chegar, e o código dela vale.',
  'verify.limited.actor':
    '*Você já enviou tantas mensagens quanto uma pessoa pode em uma hora.* Será possível enviar de novo a partir de {time}.',
  'verify.limited.mailbox':
    '*Já foram mensagens suficientes para {address} por enquanto*, para que ninguém seja inundado. Será possível enviar outra a partir de {time}.',
  'verify.limited.workspace':
    '*Este workspace já enviou tantas mensagens quanto pode em um dia.* Será possível enviar de novo a partir de {time}.',
  'verify.gone': 'Este endereço não está mais na ficha. Veja a situação dos outros.',
  'verify.confirmed': '*{address} está confirmado.*',
  'verify.confirmed.already': '*{address} já está confirmado.*',

  'verify.code.title': 'Digitar o código',
  'verify.code.intro': 'A mensagem para *{address}* traz um código de seis dígitos. Ele vale até {time}.',
  'verify.code.over': 'O código enviado para *{address}* não vale mais. Envie um novo.',
  'verify.code': 'Código',
  'verify.code.hint': 'Seis dígitos, como 402117. Quem lê a mensagem pode contar a você.',
  'verify.code.submit': 'Confirmar',
  'verify.code.malformed': 'O código tem seis dígitos.',
  'verify.code.wrong':
    'Este não é o código da última mensagem. {left, plural, one {Resta uma tentativa} other {Restam # tentativas}}.',
  'verify.code.ended': 'Foi o quinto código errado, por isso ele não vale mais. Envie um novo.',
  'verify.code.expired': 'Este código não vale mais: expirou, ou outra mensagem o substituiu. Envie um novo.',

  'verify.offer':
    '{count, plural, one {Um endereço ainda não está confirmado} other {# endereços ainda não estão confirmados}}. Uma mensagem com um código mostra que alguém a lê.',
  'verify.offer.button': 'Confirmar endereços',
};
