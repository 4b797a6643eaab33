/** The people of the story. */
export const ANA = { id: 'UANA', locale: 'en-US', tz: 'America/New_York' };
export const BRUNO = { id: 'UBRUNO', locale: 'pt-BR', tz: 'America/Sao_Paulo' };
export const CHLOE = { id: 'UCHLOE', locale: 'en-GB', tz: 'Asia/Kolkata' };
export const DIEGO = { id: 'UDIEGO', locale: 'pt-BR', tz: 'America/Sao_Paulo' };
/** Owns the workspace, and is a member of no account. */
export const OLGA = { id: 'UOLGA', locale: 'en-US', is_owner: true };
export const GUEST = { id: 'UGUEST', is_restricted: true };
export const STRANGER = { id: 'USTRANGER', team_id: 'T2OTHER' };
export const BOT = { id: 'UBOT2', is_bot: true };
export const GONE = { id: 'UGONE', deleted: true };
export const EVERYBODY = [ANA, BRUNO, CHLOE, DIEGO, OLGA, GUEST, STRANGER, BOT, GONE];
