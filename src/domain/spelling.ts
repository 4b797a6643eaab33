/** Reading what people type without minding case, accents and slips of the finger. */

/** In lower case and without accents: "Migração" reads as "migracao". */
export const folded = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The words of a text, folded; whatever is neither letter nor digit only parts them. */
export const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Edits (a letter more, less, other, or two swapped) that turn one word into the other. */
export function slips(one: string, other: string): number {
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
