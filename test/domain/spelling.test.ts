import { describe, expect, it } from 'vitest';
import { folded, slips, wordsOf } from '../../src/domain/spelling.ts';

describe('spelling', () => {
  it.each([
    ['down', 'down', 0],
    ['donw', 'down', 1],
    ['refnd', 'refund', 1],
    ['refundd', 'refund', 1],
    ['rexund', 'refund', 1],
    ['menu', 'alert', 4],
    ['', 'ab', 2],
  ])('“%s” is so many slips from “%s”: %i', (one, other, expected) => {
    expect(slips(one, other)).toBe(expected);
    expect(slips(other, one)).toBe(expected);
  });

  it('reads words without case, accents and punctuation', () => {
    expect(folded('MigraÇÃO')).toBe('migracao');
    expect(wordsOf('«A integração» caiu — API/v2!')).toEqual(['a', 'integracao', 'caiu', 'api', 'v2']);
    expect(wordsOf(' … ')).toEqual([]);
  });
});
