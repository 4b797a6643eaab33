import type { Account } from '../../src/domain/account.ts';
import { grantAccess, revokeAccess, saveAdminChannel } from '../../src/store/access.ts';
import { launchAccount, saveBrandAlias, saveIntegrations } from '../../src/store/accounts.ts';
import { type Broken, verifyAudit } from '../../src/store/audit.ts';
import type { SaveOutcome } from '../../src/store/save.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import type { Store } from '../../src/store/store.ts';
import { later, member, supportWindow } from '../domain/build.ts';
import { stored } from './account.ts';

/** What can happen to an account, by chance and not: for histories that a test makes. */

export type Deed = { what: (typeof DEEDS)[number]; nth: number };

export const DEEDS = ['address', 'hours', 'alias', 'integrations', 'grant', 'revoke', 'channel', 'launch'] as const;

const WORDS = ['oncall', 'zoë+1', '"quoted"', 'a&b', '日本', 'ünï'];

/** Does it on the account as it is; whatever the domain would say, the store writes it down. */
export function happen(store: Store, account: Account, { what, nth }: Deed): Promise<SaveOutcome> {
  const saving = { account, by: nth % 3 ? 'UANA' : 'UBRUNO', now: later((nth % 7) * 1001) };
  const userId = `U${nth % 5}`;
  const { sheet } = account;
  switch (what) {
    case 'address': {
      const addresses = WORDS.slice(nth % 4, (nth % 4) + (nth % 3)).map((word) => `${word}${nth}@x.example`);
      return saveSheet(store, { ...saving, sheet: { ...sheet, 'ops-platform': addresses } });
    }
    case 'hours':
      return saveSheet(store, {
        ...saving,
        sheet: { ...sheet, 'support-hours': [supportWindow({ start: nth % 600 })] },
      });
    case 'alias': {
      const supportAlias = nth % 4 ? `help${nth}@x.example` : null;
      return saveBrandAlias(store, { ...saving, brandId: account.defaultBrandId ?? '', supportAlias });
    }
    case 'integrations':
      return saveIntegrations(store, { ...saving, integrations: ['waitlist', `type-${nth}`] });
    case 'grant':
      return grantAccess(store, { ...saving, member: member(userId, 'editor', nth % 2 ? later(nth * 1e6) : null) });
    case 'revoke':
      return revokeAccess(store, { ...saving, userId });
    case 'channel':
      return saveAdminChannel(store, { ...saving, channelId: nth % 2 ? `C${nth}` : null });
    case 'launch':
      return account.environment === 'production'
        ? saveAdminChannel(store, { ...saving, channelId: `CL${nth}` })
        : launchAccount(store, { ...saving, alert: ['UANA'] });
  }
}

/** An account with six rows in its log, revisions 0 to 5. */
export async function lived(store: Store): Promise<Account> {
  let account = await stored(store);
  for (const [nth, what] of (['address', 'hours', 'alias', 'grant', 'integrations'] as const).entries()) {
    account = (await happen(store, account, { what, nth: nth + 1 })).account;
  }
  return account;
}

/** What the verification finds, by account. */
export async function brokenIn(store: Store): Promise<Map<string, Omit<Broken, 'accountId'>>> {
  const found = new Map<string, Omit<Broken, 'accountId'>>();
  await verifyAudit(store, { found: ({ accountId, ...flaw }) => found.set(accountId, flaw) });
  return found;
}

/** Takes the guards of the audit log away, as somebody can who may do anything to the database. */
export async function unguard(store: Store): Promise<void> {
  const statements =
    store.provider === 'postgresql'
      ? ['ALTER TABLE "Change" DISABLE TRIGGER USER']
      : ['Change_keep', 'Change_stay', 'Change_sealed'].map((name) => `DROP TRIGGER "${name}"`);
  for (const sql of statements) await store.client.$executeRawUnsafe(sql);
}
