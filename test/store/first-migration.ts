import type { Account } from '../../src/domain/account.ts';
import { FULL_SHEET, launched, member, NOW, supportWindow } from '../domain/build.ts';

/** What a database held when only the first migration was there. It stays as it is, whatever the models become. */

export const FIRST = '0001_contact_sheet';

const AT = `'${NOW.toISOString().replace('Z', '+00:00')}'`;

export const FIRST_ROWS = [
  `INSERT INTO "Account" ("id", "teamId", "name", "environment", "revision", "createdAt", "launchedAt")
   VALUES ('account-1', 'T1HOME', 'Harvest Table', 'production', 7, ${AT}, ${AT})`,
  `INSERT INTO "Brand" ("id", "accountId", "name", "supportAlias", "position")
   VALUES ('brand-1', 'account-1', 'Harvest Table', 'help@harvest.example', 0)`,
  `UPDATE "Account" SET "defaultBrandId" = 'brand-1'`,
  `INSERT INTO "Integration" ("accountId", "type") VALUES ('account-1', 'ordering-end-to-end')`,
  `INSERT INTO "Member" ("accountId", "userId", "role", "endsAt", "addedBy", "addedAt")
   VALUES ('account-1', 'UANA', 'admin', NULL, 'UANA', ${AT}), ('account-1', 'UBRUNO', 'editor', ${AT}, 'UANA', ${AT})`,
  `INSERT INTO "AlertContact" ("accountId", "userId", "position")
   VALUES ('account-1', 'UBRUNO', 0), ('account-1', 'UANA', 1)`,
  `INSERT INTO "Contact" ("accountId", "purpose", "address", "position")
   VALUES ('account-1', 'tech-emergency', 'oncall@harvest.example', 0),
          ('account-1', 'tech-non-emergency', 'dev@harvest.example', 1),
          ('account-1', 'tech-non-emergency', 'api@harvest.example', 0),
          ('account-1', 'ops-merchant', 'merchants@harvest.example', 0),
          ('account-1', 'ops-platform', 'escalation@harvest.example', 0),
          ('account-1', 'ops-users', 'help@harvest.example', 0)`,
  `INSERT INTO "SupportWindow" ("accountId", "position", "zone", "days", "start", "end")
   VALUES ('account-1', 0, 'America/New_York', '12345', 540, 1080)`,
  `INSERT INTO "ChannelLink" ("teamId", "channelId", "accountId") VALUES ('T1HOME', 'C1', 'account-1')`,
  `INSERT INTO "Change" ("id", "accountId", "revision", "at", "actorId", "kind", "before", "after")
   VALUES ('change-1', 'account-1', 7, ${AT}, 'UANA', 'sheet.saved', '{}', '{}')`,
  `INSERT INTO "Person" ("teamId", "userId", "name", "locale", "zone", "standing", "isOwner", "checkedAt")
   VALUES ('T1HOME', 'UANA', 'Ana Lima', 'en-US', 'America/New_York', 'member', FALSE, ${AT})`,
];

/** The same as an account. */
export const toFirstAccount = (): Account =>
  launched({
    revision: 7,
    confirmed: null,
    launchedAt: NOW,
    members: [member('UANA', 'admin'), member('UBRUNO', 'editor', NOW)],
    sheet: { ...FULL_SHEET, alert: ['UBRUNO', 'UANA'], 'support-hours': [supportWindow()] },
  });
