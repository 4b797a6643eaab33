-- AlterTable
ALTER TABLE "Account" ADD COLUMN "adminChannelId" TEXT;

-- CreateTable
CREATE TABLE "AccessRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "forUser" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "endsAt" DATETIME,
    "state" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "note" TEXT,
    "announced" BOOLEAN NOT NULL DEFAULT false,
    "reminded" INTEGER NOT NULL DEFAULT 0,
    "told" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" DATETIME,
    "pendingKey" TEXT,
    CONSTRAINT "AccessRequest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RequestCard" (
    "requestId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "userId" TEXT,

    PRIMARY KEY ("requestId", "channelId", "ts"),
    CONSTRAINT "RequestCard_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "AccessRequest" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Chore" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "dueAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Member" (
    "accountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "endsAt" DATETIME,
    "addedBy" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "endTold" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("accountId", "userId"),
    CONSTRAINT "Member_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Member" ("accountId", "addedAt", "addedBy", "endsAt", "role", "userId") SELECT "accountId", "addedAt", "addedBy", "endsAt", "role", "userId" FROM "Member";
DROP TABLE "Member";
ALTER TABLE "new_Member" RENAME TO "Member";
CREATE INDEX "Member_userId_idx" ON "Member"("userId");
CREATE INDEX "Member_endsAt_idx" ON "Member"("endsAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "AccessRequest_pendingKey_key" ON "AccessRequest"("pendingKey");

-- CreateIndex
CREATE INDEX "AccessRequest_accountId_state_idx" ON "AccessRequest"("accountId", "state");

-- CreateIndex
CREATE INDEX "AccessRequest_dueAt_idx" ON "AccessRequest"("dueAt");
