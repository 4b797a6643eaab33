import { folded, slips } from '../domain/spelling.ts';

/** The words after `/contacts`. They are read forgivingly: case, spaces, quotes and the words of every shipped language. */
export const SUB_COMMANDS = [
  'open',
  'status',
  'edit',
  'who',
  'hours',
  'coverage',
  'share',
  'access',
  'remind',
  'verify',
  'history',
  'export',
  'import',
  'accounts',
  'settings',
  'support',
  'help',
] as const;

export type SubCommand = (typeof SUB_COMMANDS)[number];

export type Command =
  | { kind: 'known'; name: SubCommand; rest: string }
  | { kind: 'unknown'; word: string; suggestion: SubCommand | null };

const SYNONYMS: Record<SubCommand, readonly string[]> = {
  open: ['sheet', 'form', 'abrir', 'ficha', 'contatos', 'formulario'],
  status: ['state', 'readiness', 'missing', 'situacao', 'estado', 'pendencias', 'falta'],
  edit: ['change', 'update', 'editar', 'alterar', 'atualizar', 'mudar'],
  who: ['whom', 'call', 'quem'],
  hours: ['hour', 'schedule', 'horario', 'horarios', 'horas'],
  coverage: ['cover', 'gaps', 'cobertura'],
  share: ['card', 'compartilhar', 'cartao'],
  access: ['users', 'members', 'people', 'acesso', 'acessos', 'usuarios', 'membros', 'pessoas'],
  remind: ['reminder', 'reminders', 'lembrar', 'lembrete', 'lembretes'],
  verify: ['confirm', 'verificar', 'confirmar'],
  history: ['log', 'audit', 'changes', 'historico'],
  export: ['download', 'exportar', 'baixar'],
  import: ['upload', 'paste', 'importar', 'carregar', 'colar'],
  accounts: ['account', 'list', 'contas', 'conta', 'lista'],
  settings: ['setup', 'preferences', 'configuracoes', 'ajustes', 'preferencias'],
  support: ['contact support', 'suporte', 'contato'],
  help: ['?', 'commands', 'ajuda', 'socorro', 'comandos'],
};

const WORDS = new Map<string, SubCommand>(
  SUB_COMMANDS.flatMap((name) => [name, ...SYNONYMS[name]].map((word) => [word, name] as const)),
);

export function readCommand(text: string): Command {
  const typed = text
    .normalize('NFKC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = typed.replace(/^["'`“”‘’«»]+|["'`“”‘’«».!]+$/gu, '').trim();
  if (bare === '') return { kind: 'known', name: 'open', rest: '' };
  const whole = WORDS.get(folded(bare));
  if (whole) return { kind: 'known', name: whole, rest: '' };
  const [first = '', ...rest] = bare.split(' ');
  const name = WORDS.get(folded(first.replace(/["'`“”‘’«»:]/gu, '')));
  if (name) return { kind: 'known', name, rest: rest.join(' ') };
  return { kind: 'unknown', word: [...bare].slice(0, 40).join(''), suggestion: nearest(folded(first)) };
}

/** The sub-command whose name or synonym is at most two slips away (one, for short words). */
function nearest(word: string): SubCommand | null {
  let best: SubCommand | null = null;
  let least = word.length <= 4 ? 2 : 3;
  for (const [candidate, name] of WORDS) {
    const off = slips(word.slice(0, 20), candidate);
    if (off < least) [best, least] = [name, off];
  }
  return best;
}
