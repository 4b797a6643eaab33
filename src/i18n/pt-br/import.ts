import type { importing as english } from '../en/import.ts';

export const importing: Record<keyof typeof english, string> = {
  'import.title': 'Importar',
  'import.button': 'Importar',
  'import.preview': 'Ver o que mudaria',
  'import.submit': 'Salvar tudo',
  'import.intro':
    'Cole uma tabela aqui: o conteúdo de uma exportação do Callsheet, ou células copiadas de uma planilha. Primeiro você vê o que mudaria; nada é salvo antes de você confirmar. O que a tabela não menciona fica como está.',
  'import.columns':
    'A primeira linha dá nome às colunas: `conta` (dispensável para esta conta), `finalidade` e `resposta`. Os endereços são separados por ponto e vírgula. JSON também serve.',
  'import.text': 'Tabela',
  'import.text.piece': 'Tabela, parte {piece, number}',
  'import.text.hint':
    'Um campo aceita {limit, number} caracteres. Para uma tabela maior, acrescente campos, até {most, number}, e corte entre duas linhas.',
  'import.more': 'Acrescentar um campo',
  'import.text.empty': 'Não há nenhuma linha com resposta.',
  'import.text.csv-broken': 'Não é possível ler a linha {row, number}: há aspas abertas ou fechadas no lugar errado.',
  'import.text.csv-wide':
    'A linha {row, number} tem mais células do que a primeira linha anuncia. Ponha entre aspas uma resposta de várias partes.',
  'import.text.header-missing':
    'A primeira linha precisa dar nome às colunas: finalidade e resposta, e conta se forem várias.',
  'import.text.json-broken': 'Este JSON não está inteiro: algo foi cortado no fim, ou alterado.',
  'import.text.json-other': 'Este JSON não é uma exportação de fichas de contatos que eu conheça.',
  'import.text.too-many-accounts':
    'São {given, number} contas; {limit, number} podem ser salvas de uma vez. Importe em partes.',
  'import.refused':
    '*Nada foi salvo.* {count, plural, one {Uma linha não serve} other {# linhas não servem}}. Corrija o texto abaixo, que continua lá, e veja de novo.',
  'import.row': '• *Linha {row, number}* · {about}: {problem}',
  'import.row.bare': '• *Linha {row, number}*: {problem}',
  'import.nothing': '*Nada mudaria:* {rows, plural, one {a linha diz} other {as # linhas dizem}} o que já está lá.',
  'import.changes': '*Isto mudaria {count, plural, one {uma conta} other {# contas}}.* Salva-se tudo, ou nada.',
  'import.account': '*{account}* · {count, plural, one {uma alteração} other {# alterações}}',
  'import.change': '• {purpose}: de {before} para {after}.',
  'import.added': 'Entra: {items}.',
  'import.removed': 'Sai: {items}.',
  'import.empty': 'nada',
  'import.more-lines': 'E mais {count, plural, one {# linha} other {# linhas}}.',
  'import.another-text': '*O texto agora é outro.* Veja o que ele mudaria, e salve de novo.',
  'import.overtaken': '*Alguém salvou nesse meio-tempo, e nada foi salvo.* Veja o que mudaria agora, e salve de novo.',
  'import.done': '*A importação está salva.* Mudou {count, plural, one {uma conta} other {# contas}}.',
  'import.problem.account-unknown': 'Você não tem nenhuma conta “{text}”.',
  'import.problem.account-unclear': 'Várias contas se chamam “{text}”. Informe o account_id, como faz uma exportação.',
  'import.problem.not-an-editor':
    'Você pode ler esta conta, mas não alterar. Peça a um administrador dela que faça de você um editor.',
  'import.problem.purpose-unknown': '“{text}” não é nenhuma das sete finalidades.',
  'import.problem.person-unreadable':
    '“{text}” não me leva a nenhuma pessoa. Contatos de alerta são escolhidos no formulário, ou vêm de uma exportação.',
  'import.problem.window-unreadable':
    '“{text}” não é uma faixa de atendimento. Exemplo: seg-sex 09:00-18:00 America/Sao_Paulo',
  'import.problem.window': '“{text}”: {reason}',
  'import.problem.row-twice': 'A linha {first, number} trata da mesma finalidade da mesma conta.',
};
