import type { exporting as english } from '../en/export.ts';

export const exporting: Record<keyof typeof english, string> = {
  'export.title': 'Exportar',
  'export.submit': 'Enviar o arquivo',
  'export.intro': 'Você recebe um arquivo em mensagem direta do Callsheet. Lá ninguém mais o vê.',
  'export.what': 'O quê',
  'export.what.account': 'Ficha de {account}',
  'export.what.all': 'Fichas de todas as minhas contas ({count, number})',
  'export.what.history': 'Histórico desta conta, com as alterações de todos',
  'export.format': 'Formato',
  'export.format.csv': 'CSV, para uma planilha',
  'export.format.json': 'JSON, para um programa',
  'export.format.hint': 'Uma ficha pode ser importada de volta nos dois formatos.',
  'export.audience': 'Para quem',
  'export.audience.internal': 'Membros da conta: tudo',
  'export.audience.third-party': 'Compartilhável: só o contato mostrado e o horário de atendimento',
  'export.audience.hint':
    'Um arquivo compartilhável pode ser repassado: não contém nada que outras empresas não possam ver.',
  'export.import': '*Muitos contatos para alterar?* Edite o arquivo e importe de volta.',
  'export.import.editors': 'Editores e administradores da conta também podem importar um arquivo.',
  'export.sending': 'O arquivo está a caminho. Leva alguns segundos.',
  'export.sent': '*O arquivo está nas suas mensagens diretas com o Callsheet.*',
  'export.again': 'Exportar de novo',
  'export.refused.history': 'O histórico é só para membros da conta. Escolha “Membros”, ou uma ficha.',
  'export.refused.no-access': 'Nada foi enviado: você não tem mais acesso a esta conta.',
  'export.refused.locked': 'Nada foi enviado: faltam dados de contato, e até lá não é possível exportar.',
  'export.fault.missing-scope':
    'Nada foi enviado: o Callsheet não pode enviar arquivos neste workspace. Quem o instalou precisa instalar de novo, para que receba o escopo files:write. Referência: {reference}',
  'export.fault.files-off':
    'Nada foi enviado: este workspace não permite arquivos de aplicativos. Um proprietário do workspace pode permitir. Referência: {reference}',
  'export.fault.failed':
    'Não foi possível enviar o arquivo. Tente de novo em um instante. Se acontecer outra vez, fale com o suporte e informe a referência {reference}.',
  'export.note':
    'Compartilhável: só o contato mostrado aos usuários e o horário de atendimento. Todo o resto é para membros da conta.',
  'export.file.account': 'Ficha de contatos de {account}',
  'export.file.all': 'Fichas de contatos de {count, plural, one {# conta} other {# contas}}',
  'export.file.history': 'Histórico de {account}',
  'export.file.shareable': '{what} (compartilhável)',
  'export.comment.internal': '*{what}.* Este arquivo é só para membros: não o repasse.',
  'export.comment.shareable':
    '*{what}.* Você pode repassar: contém só o contato mostrado aos usuários e o horário de atendimento.',
  'export.comment.csv':
    'Um apóstrofo antes de uma célula impede que a planilha a execute como fórmula. A importação o retira.',
  'export.comment.locked':
    '{count, plural, one {Uma conta não está nele} other {# contas não estão nele}}, porque faltam dados de contato obrigatórios: {accounts}.',
};
