import { describe, expect, it } from 'vitest';
import { ANSWERED_BY, isSituation, SITUATIONS, type Situation, understand } from '../../src/domain/situation.ts';

/** What people type, and what they mean. */
const MEANT: [Situation, string[]][] = [
  [
    'integration-down',
    [
      ...['integration is down', 'Integration is DOWN!!', 'intergation is donw', 'api is down', 'we have an outage'],
      ...['the API does not respond', 'orders are not arriving', 'a integração caiu', 'está fora do ar', 'FORA DO AR'],
      ...['o sistema parou', 'os pedidos não chegam', 'emergência'],
    ],
  ],
  ['api-migration', ['API migration', 'migration', 'new api version', 'migração da API', 'quem cuida da migraçao?']],
  ['matching', ['matching problem', 'mathcing problem', 'wrong listing', 'problema de correspondência']],
  [
    'merchant-order',
    [
      ...['refund', 'refudn', 'customer wants a refund', 'one merchant’s menu', 'wrong order', 'merchant'],
      ...['reembolso', 'cliente quer reembolso', 'pedido errado', 'cardápio errado', 'estorno'],
    ],
  ],
  [
    'merchant-removal',
    [
      ...['remove a merchant', 'take the restaurant down', 'restaurant closed', 'delist'],
      ...['remover um restaurante', 'remover um estabelecimento da plataforma', 'o restaurante fechou'],
    ],
  ],
  ['escalation', ['escalation from the platform', 'escalate', 'a plataforma pediu uma coisa', 'escalonamento']],
  ['users-told', ['what do we tell our users', 'public contact', 'o que dizemos aos clientes', 'nossos usuários']],
  ['support-open', ['when is support open', 'hours', 'is anybody there tonight', 'quando abre o suporte', 'horário']],
  ['alerts', ['who gets the alerts', 'alerts', 'notifications', 'quem recebe os alertas', 'alarme']],
];

describe('X4: what somebody means who types what happened', () => {
  it.each(MEANT.flatMap(([situation, said]) => said.map((text) => [text, situation] as const)))(
    'X4: “%s” is %s',
    (text, situation) => {
      expect(understand(text)).toMatchObject({ kind: 'clear', situation });
    },
  );

  it.each(['', '   ', 'blargh', 'hello there', 'support', '😀', 'the of and', '<@U123> ???'])(
    'X4: “%s” is unclear, without a guess',
    (text) => {
      expect(understand(text)).toEqual({ kind: 'unclear', guesses: [] });
    },
  );

  it('X4: two things at once are unclear, with both as guesses', () => {
    expect(understand('menu and alerts')).toEqual({ kind: 'unclear', guesses: ['merchant-order', 'alerts'] });
  });

  it('X4: what the words also speak of comes after the best one', () => {
    expect(understand('api is down')).toEqual({
      kind: 'clear',
      situation: 'integration-down',
      others: ['api-migration'],
    });
  });

  it('X4: a very long text is read in no time', () => {
    const before = performance.now();
    understand('integratoin downn refnud '.repeat(5_000));
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('every situation has a purpose, and knows itself by its name', () => {
    expect(Object.keys(ANSWERED_BY)).toEqual([...SITUATIONS]);
    expect(SITUATIONS.every(isSituation)).toBe(true);
    expect(isSituation('toString')).toBe(false);
  });
});
