-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "askAt" TIMESTAMP(3),
ADD COLUMN     "auditHead" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "confirmedAt" TIMESTAMP(3),
ADD COLUMN     "confirmedBy" TEXT,
ADD COLUMN     "holdsUntil" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Change" ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "mailbox" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Draft" (
    "accountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("accountId","userId","surface")
);

-- CreateTable
CREATE TABLE "Mailbox" (
    "accountId" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "codeHash" TEXT,
    "linkHash" TEXT,
    "expiresAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "askedBy" TEXT,

    CONSTRAINT "Mailbox_pkey" PRIMARY KEY ("accountId","mailbox")
);

-- CreateTable
CREATE TABLE "MailSent" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MailSent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Farewell" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "purposes" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sending" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Farewell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdvicePassed" (
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AdvicePassed_pkey" PRIMARY KEY ("accountId","kind","mailbox")
);

-- CreateTable
CREATE TABLE "SectionAsk" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "forUser" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "channelId" TEXT,
    "ts" TEXT,
    "openKey" TEXT,

    CONSTRAINT "SectionAsk_pkey" PRIMARY KEY ("id")
);

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

-- CreateIndex
CREATE INDEX "Account_askAt_idx" ON "Account"("askAt");

-- CreateIndex
CREATE INDEX "Contact_mailbox_idx" ON "Contact"("mailbox");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "Member"("accountId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Farewell" ADD CONSTRAINT "Farewell_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvicePassed" ADD CONSTRAINT "AdvicePassed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionAsk" ADD CONSTRAINT "SectionAsk_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The mailboxes of the contacts that are there already.
UPDATE "Contact" SET "mailbox" = lower("address");

-- The audit log is append-only: whatever runs the statement, a row is never changed and never deleted. Sealing a row that
-- is older than the chain is the exception, and happens once, with this migration.
CREATE FUNCTION "refuse_to_rewrite_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only.';
END
$$;
CREATE TRIGGER "Change_keep" BEFORE UPDATE ON "Change" FOR EACH ROW WHEN (
  OLD."hash" <> ''
  OR OLD."id" IS DISTINCT FROM NEW."id"
  OR OLD."accountId" IS DISTINCT FROM NEW."accountId"
  OR OLD."revision" IS DISTINCT FROM NEW."revision"
  OR OLD."at" IS DISTINCT FROM NEW."at"
  OR OLD."actorId" IS DISTINCT FROM NEW."actorId"
  OR OLD."kind" IS DISTINCT FROM NEW."kind"
  OR OLD."before" IS DISTINCT FROM NEW."before"
  OR OLD."after" IS DISTINCT FROM NEW."after"
) EXECUTE FUNCTION "refuse_to_rewrite_history"();
CREATE TRIGGER "Change_stay" BEFORE DELETE ON "Change" FOR EACH ROW EXECUTE FUNCTION "refuse_to_rewrite_history"();
CREATE TRIGGER "Change_whole" BEFORE TRUNCATE ON "Change" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_rewrite_history"();
CREATE TRIGGER "Change_sealed" BEFORE INSERT ON "Change" FOR EACH ROW WHEN (NEW."hash" = '') EXECUTE FUNCTION "refuse_to_rewrite_history"();
