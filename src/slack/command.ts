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
  const whole = WORDS.get(fold(bare));
  if (whole) return { kind: 'known', name: whole, rest: '' };
  const [first = '', ...rest] = bare.split(' ');
  const name = WORDS.get(fold(first.replace(/["'`“”‘’«»:]/gu, '')));
  if (name) return { kind: 'known', name, rest: rest.join(' ') };
  return { kind: 'unknown', word: [...bare].slice(0, 40).join(''), suggestion: nearest(fold(first)) };
}

const fold = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The sub-command whose name or synonym is at most two slips away (one, for short words). */
function nearest(word: string): SubCommand | null {
  let best: SubCommand | null = null;
  let least = word.length <= 4 ? 2 : 3;
  for (const [candidate, name] of WORDS) {
    const slips = distance(word.slice(0, 20), candidate);
    if (slips < least) [best, least] = [name, slips];
  }
  return best;
}

/** Edits (a letter more, less, other, or two swapped) that turn one word into the other. */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) => [i]);
  rows[0] = Array.from({ length: other.length + 1 }, (_, j) => j);
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const row = rows[i] as number[];
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      if (swapped) row[j] = Math.min(row[j] as number, at(i - 2, j - 2) + 1);
    }
  }
  return at(one.length, other.length);
}
