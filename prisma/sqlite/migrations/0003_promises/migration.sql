-- CreateTable
CREATE TABLE "Draft" (
    "accountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "userId", "surface"),
    CONSTRAINT "Draft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Draft_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "Member" ("accountId", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mailbox" (
    "accountId" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "codeHash" TEXT,
    "linkHash" TEXT,
    "expiresAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "askedBy" TEXT,

    PRIMARY KEY ("accountId", "mailbox"),
    CONSTRAINT "Mailbox_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailSent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "teamId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Farewell" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "purposes" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sending" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" DATETIME NOT NULL,
    CONSTRAINT "Farewell_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AdvicePassed" (
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "kind", "mailbox"),
    CONSTRAINT "AdvicePassed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SectionAsk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "forUser" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "channelId" TEXT,
    "ts" TEXT,
    "openKey" TEXT,
    CONSTRAINT "SectionAsk_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "teamId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "environment" TEXT NOT NULL DEFAULT 'sandbox',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "defaultBrandId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "launchedAt" DATETIME,
    "adminChannelId" TEXT,
    "confirmedAt" DATETIME,
    "confirmedBy" TEXT,
    "holdsUntil" DATETIME,
    "askAt" DATETIME,
    "auditHead" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Account_defaultBrandId_fkey" FOREIGN KEY ("defaultBrandId") REFERENCES "Brand" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Account" ("adminChannelId", "createdAt", "defaultBrandId", "environment", "id", "launchedAt", "name", "revision", "teamId") SELECT "adminChannelId", "createdAt", "defaultBrandId", "environment", "id", "launchedAt", "name", "revision", "teamId" FROM "Account";
DROP TABLE "Account";
ALTER TABLE "new_Account" RENAME TO "Account";
CREATE UNIQUE INDEX "Account_defaultBrandId_key" ON "Account"("defaultBrandId");
CREATE INDEX "Account_teamId_name_idx" ON "Account"("teamId", "name");
CREATE INDEX "Account_askAt_idx" ON "Account"("askAt");
CREATE TABLE "new_Change" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "actorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "hash" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Change_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Change" ("accountId", "actorId", "after", "at", "before", "id", "kind", "revision") SELECT "accountId", "actorId", "after", "at", "before", "id", "kind", "revision" FROM "Change";
DROP TABLE "Change";
ALTER TABLE "new_Change" RENAME TO "Change";
CREATE INDEX "Change_accountId_revision_idx" ON "Change"("accountId", "revision");
CREATE TABLE "new_Contact" (
    "accountId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("accountId", "purpose", "address"),
    CONSTRAINT "Contact_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Contact" ("accountId", "address", "position", "purpose") SELECT "accountId", "address", "position", "purpose" FROM "Contact";
DROP TABLE "Contact";
ALTER TABLE "new_Contact" RENAME TO "Contact";
CREATE INDEX "Contact_mailbox_idx" ON "Contact"("mailbox");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Draft_savedAt_idx" ON "Draft"("savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mailbox_linkHash_key" ON "Mailbox"("linkHash");

-- CreateIndex
CREATE INDEX "MailSent_teamId_at_idx" ON "MailSent"("teamId", "at");

-- CreateIndex
CREATE INDEX "MailSent_mailbox_at_idx" ON "MailSent"("mailbox", "at");

-- CreateIndex
CREATE INDEX "MailSent_at_idx" ON "MailSent"("at");

-- CreateIndex
CREATE INDEX "Farewell_dueAt_idx" ON "Farewell"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "SectionAsk_openKey_key" ON "SectionAsk"("openKey");

-- CreateIndex
CREATE INDEX "SectionAsk_accountId_state_idx" ON "SectionAsk"("accountId", "state");

-- CreateIndex
CREATE INDEX "SectionAsk_state_expiresAt_idx" ON "SectionAsk"("state", "expiresAt");

-- The mailboxes of the contacts that are there already.
UPDATE "Contact" SET "mailbox" = lower("address");

-- The audit log is append-only: whatever runs the statement, a row is never changed and never deleted. Sealing a row that
-- is older than the chain is the exception, and happens once, with this migration.
CREATE TRIGGER "Change_keep" BEFORE UPDATE ON "Change" FOR EACH ROW WHEN
  OLD."hash" <> ''
  OR OLD."id" IS NOT NEW."id"
  OR OLD."accountId" IS NOT NEW."accountId"
  OR OLD."revision" IS NOT NEW."revision"
  OR OLD."at" IS NOT NEW."at"
  OR OLD."actorId" IS NOT NEW."actorId"
  OR OLD."kind" IS NOT NEW."kind"
  OR OLD."before" IS NOT NEW."before"
  OR OLD."after" IS NOT NEW."after"
BEGIN
  SELECT RAISE(ABORT, 'The audit log is append-only.');
END;
CREATE TRIGGER "Change_stay" BEFORE DELETE ON "Change" FOR EACH ROW
BEGIN
  SELECT RAISE(ABORT, 'The audit log is append-only.');
END;
CREATE TRIGGER "Change_sealed" BEFORE INSERT ON "Change" FOR EACH ROW WHEN NEW."hash" = ''
BEGIN
  SELECT RAISE(ABORT, 'The audit log is append-only.');
END;
