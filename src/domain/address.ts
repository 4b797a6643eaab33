import { z } from 'zod';

export const MOST_ADDRESSES = 10;
/** Characters of the whole field; ten of the longest addresses fit. */
export const LONGEST_LIST = 3000;

export type AddressProblem =
  | { reason: 'list-too-long'; limit: number; given: number }
  | { reason: 'hidden-characters' }
  | { reason: 'not-an-address'; text: string }
  | { reason: 'duplicate-address'; text: string }
  | { reason: 'too-many-addresses'; limit: number; given: number };

/** Invisible characters, among them the marks that turn the direction of text: they make one address look like another. */
const HIDDEN = /[\p{Cf}\p{Co}\p{Cs}]|(?![\n\r\t])\p{Cc}/u;
const address = z.email().max(254);

/**
 * Reads what a person typed into an address field: separated by commas, semicolons, spaces or line breaks.
 * An empty text is an empty list. The first problem is named with the words that the person typed.
 */
export function readAddresses(
  text: string,
): { ok: true; addresses: string[] } | { ok: false; problem: AddressProblem } {
  const given = [...text].length;
  if (given > LONGEST_LIST) return { ok: false, problem: { reason: 'list-too-long', limit: LONGEST_LIST, given } };
  if (HIDDEN.test(text)) return { ok: false, problem: { reason: 'hidden-characters' } };
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const addresses: string[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    const bare = word.replace(/^<(?:mailto:)?([^<>|]+)(?:\|[^<>]*)?>$/, '$1').replace(/^mailto:/i, '');
    if (!address.safeParse(bare).success)
      return { ok: false, problem: { reason: 'not-an-address', text: shown(word) } };
    const key = bare.toLowerCase();
    if (seen.has(key)) return { ok: false, problem: { reason: 'duplicate-address', text: bare } };
    seen.add(key);
    addresses.push(normalAddress(bare));
  }
  if (addresses.length > MOST_ADDRESSES) {
    return { ok: false, problem: { reason: 'too-many-addresses', limit: MOST_ADDRESSES, given: addresses.length } };
  }
  return { ok: true, addresses };
}

/** The domain of an address does not know case; the part before it might. */
const normalAddress = (text: string): string => {
  const at = text.lastIndexOf('@');
  return text.slice(0, at) + text.slice(at).toLowerCase();
};

/** The words that a person typed, cut where they would no longer help, but never through a character. */
export const shown = (word: string): string => {
  const characters = [...word];
  return characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : word;
};

export const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** What a team, a duty or a system is called, in English and Portuguese: a mailbox named so is an alias. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `alert alerts api backend call central cloud contact data desk dev devops duty emergency eng engineering escalation
  escalations frontend group help helpdesk incident incidents info infra infrastructure integration integrations it
  monitoring network noc on oncall operations ops orders pager partner partners platform prod product production
  reliability sec security service services site sre staff support system systems team tech technical urgent
  alerta alertas atendimento chamados contato dados desenvolvimento emergencia emergencias engenharia equipe
  incidente incidentes infraestrutura integracao integracoes monitoramento nuvem operacao operacoes parceiros pedidos
  plantao plantonista plataforma producao produto rede redes seguranca servico servicos sistema sistemas sobreaviso
  suporte tecnica tecnico tecnologia ti time urgencia urgente`.split(/\s+/),
);

/** Reads like first.last: a person's mailbox rather than an alias that pages whoever is on call (R10). */
export function looksPersonal(text: string): boolean {
  const [mailbox = ''] = text.slice(0, text.lastIndexOf('@')).toLowerCase().split('+');
  const names = mailbox.split(/[._]/);
  if (names.length < 2 || names.length > 4) return false;
  return names.every((name) => /^\p{L}{2,}$/u.test(name) && !FUNCTIONS.has(name));
}
