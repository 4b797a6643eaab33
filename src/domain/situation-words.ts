import type { Situation } from './situation.ts';
import { wordsOf } from './spelling.ts';

/** Words that are a slip away from others that mean something else: they are never read as those. */
export const UNSAID: ReadonlySet<string> = new Set(['alterar', 'ordered', 'borders', 'closer']);

/** Words that say about whom it is rather than what has happened. */
export const ABOUT_WHOM: ReadonlySet<string> = new Set(
  `api customer customers consumer users platform merchant restaurant store shop
  cliente clientes consumidor usuario usuarios plataforma estabelecimento restaurante loja lojista`.split(/\s+/),
);

/** How people say what happened, in English and Portuguese, parted by commas. A phrase means all of its words, anywhere. */
const SAID: Record<Situation, string> = {
  'integration-down': `
    down, outage, broken, crash, crashed, offline, unavailable, unreachable, emergency, incident, urgent, timeout, timeouts,
    integration down, integration broken, integration failing, integration not working, api down, system down, site down,
    production down, production broken, not responding, not respond, not answering, does not work, doesn t work, not working, stopped working,
    server error, errors 500, error 500, 5xx, 503, 502, everything fails, all orders failing, orders not arriving,
    no orders coming, orders stopped, page somebody, on call, pager, sev1, p1, major incident,
    fora do ar, caiu, queda, quebrou, quebrada, quebrado, indisponivel, instavel, emergencia, incidente, urgente, parou,
    integracao caiu, integracao fora, integracao parada, integracao quebrada, nao funciona, nao esta funcionando,
    nao responde, parou de funcionar, api fora, api caiu, sistema caiu, sistema fora, producao parada, producao caiu,
    erro 500, tudo falhando, pedidos nao chegam, pedidos pararam, plantao, sobreaviso`,
  'api-migration': `
    api, migration, migrate, migrating, upgrade, version, deprecation, deprecated, sunset, endpoint, schema, sdk, webhook,
    api migration, api version, api change, new version, breaking change, technical question, credentials, certificate,
    api key, token expired, rate limit, feed format, data feed, documentation, sandbox question, test environment, go live,
    migracao, migrar, migrando, atualizacao, versao, descontinuacao, descontinuada, descontinuado, obsoleta, credencial,
    credenciais, certificado, migracao de api, migracao da api, nova versao, mudanca na api, mudanca de api,
    duvida tecnica, pergunta tecnica, questao tecnica, chave de api, formato do feed, documentacao, ambiente de testes`,
  matching: `
    matching, mismatch, match, matched, unmatched, mapping, duplicate, duplicates, wrong listing, wrong place, matching problem,
    matching issue, not matched, place id, entity, wrong address, wrong location, duplicate listing, inventory mismatch,
    correspondencia, correspondencias, mapeamento, duplicado, duplicada, divergencia, pareamento, problema de correspondencia,
    local errado, endereco errado, lugar errado, estabelecimento errado, ficha duplicada`,
  'merchant-order': `
    refund, refunds, refunded, chargeback, menu, menus, order, orders, cancelled, cancellation, cancel, delivery, late, price, prices,
    dish, dishes, item, reservation, booking, merchant issue, merchant problem, restaurant problem,
    wrong menu, wrong price, wrong order, missing item, menu problem, order problem, one order, order issue,
    opening hours of restaurant, merchant, restaurant, store, shop,
    reembolso, reembolsar, estorno, estornar, devolucao, devolver dinheiro, cardapio, cardapios, pedido, pedidos, cancelar,
    cancelado, cancelamento, entrega, atrasado, atrasada, preco, precos, prato, pratos, reserva,
    problema do estabelecimento, problema de estabelecimento, problema do restaurante, cardapio errado, preco errado,
    pedido errado, item faltando, estabelecimento, restaurante, loja, lojista`,
  'merchant-removal': `
    remove, removal, delist, delete, offboard, offboarding, takedown, unpublish, disable, deactivate, remove merchant,
    remove restaurant, remove store, remove shop, take down merchant, take restaurant down, take merchant down, remove a merchant,
    delete merchant, delete restaurant, merchant closed, restaurant closed, closed permanently, merchant wants out, merchant leaves,
    merchant left, stop listing,
    remover, remocao, retirar, excluir, desativar, descadastrar, despublicar, remover estabelecimento, remover restaurante,
    remover loja, retirar estabelecimento, retirar restaurante, tirar do ar, tirar restaurante, tirar estabelecimento,
    excluir restaurante, excluir estabelecimento, restaurante fechou, estabelecimento fechou, fechou definitivamente,
    quer sair`,
  escalation: `
    escalation, escalate, escalated, escalating, platform, complaint from platform, escalation from platform, platform asks,
    platform wants, platform needs us, policy violation, violation, legal, compliance, press, takedown request, deadline from platform,
    escalonamento, escalonar, escalada, escalar, plataforma, escalonamento da plataforma, plataforma pede, plataforma pediu,
    plataforma quer, violacao, juridico, violacao de politica, exigencia da plataforma, imprensa`,
  'users-told': `
    users, customers, customer, consumer, end user, end users, tell users, tell customers, tell our users, our users, what do we tell,
    public contact, shared contact, support address, support email, customer support, customer service, share with users, user complaint,
    user asks, customer asks, user question, help address,
    usuarios, usuario, clientes, cliente, consumidor, consumidores, dizer aos usuarios, dizer aos clientes, nossos usuarios,
    nossos clientes, o que dizemos, contato publico, contato compartilhado, atendimento ao cliente, email de atendimento,
    e mail de atendimento, sac, usuario reclama, cliente reclama, cliente pergunta, informar usuarios`,
  'support-open': `
    open, opens, closed, closes, hours, hour, when open, support open, support hours, opening hours, is support open, when is support open,
    when does support open, available now, anybody there, somebody there, weekend, tonight, holiday, schedule, office hours,
    business hours,
    aberto, aberta, abre, abrir, fechado, fecha, horario, horarios, horas, suporte aberto, atendimento aberto, quando abre, quando fecha,
    horario de atendimento, horario do suporte, que horas, fim de semana, feriado, plantao aberto, horario comercial, tem alguem`,
  alerts: `
    alert, alerts, alerted, alerting, alarm, alarms, notification, notifications, who gets alerts, gets the alerts, who is alerted,
    alert contacts, automatic emails, automated emails, alert emails, monitoring,
    alerta, alertas, alertado, alarme, alarmes, notificacao, notificacoes, quem recebe alertas, recebe os alertas, contatos de alerta,
    emails automaticos, e mails automaticos, aviso automatico, avisos, monitoramento`,
};

/** The same as words: folded, each synonym by itself. */
export const SYNONYMS = Object.fromEntries(
  Object.entries(SAID).map(([situation, said]) => [
    situation,
    said
      .split(',')
      .map(wordsOf)
      .filter((words) => words.length > 0),
  ]),
) as unknown as Record<Situation, readonly (readonly string[])[]>;
