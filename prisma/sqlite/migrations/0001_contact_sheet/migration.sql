-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "teamId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "environment" TEXT NOT NULL DEFAULT 'sandbox',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "defaultBrandId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "launchedAt" DATETIME,
    CONSTRAINT "Account_defaultBrandId_fkey" FOREIGN KEY ("defaultBrandId") REFERENCES "Brand" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Brand" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "supportAlias" TEXT,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Brand_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Integration" (
    "accountId" TEXT NOT NULL,
    "type" TEXT NOT NULL,

    PRIMARY KEY ("accountId", "type"),
    CONSTRAINT "Integration_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Member" (
    "accountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "endsAt" DATETIME,
    "addedBy" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "userId"),
    CONSTRAINT "Member_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contact" (
    "accountId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("accountId", "purpose", "address"),
    CONSTRAINT "Contact_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AlertContact" (
    "accountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("accountId", "userId"),
    CONSTRAINT "AlertContact_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AlertContact_accountId_userId_fkey" FOREIGN KEY ("accountId", "userId") REFERENCES "Member" ("accountId", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SupportWindow" (
    "accountId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "days" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    PRIMARY KEY ("accountId", "position"),
    CONSTRAINT "SupportWindow_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChannelLink" (
    "teamId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    PRIMARY KEY ("teamId", "channelId"),
    CONSTRAINT "ChannelLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Change" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "actorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    CONSTRAINT "Change_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "isOwner" BOOLEAN NOT NULL DEFAULT false,
    "checkedAt" DATETIME NOT NULL,

    PRIMARY KEY ("teamId", "userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_defaultBrandId_key" ON "Account"("defaultBrandId");

-- CreateIndex
CREATE INDEX "Account_teamId_name_idx" ON "Account"("teamId", "name");

-- CreateIndex
CREATE INDEX "Brand_accountId_idx" ON "Brand"("accountId");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE INDEX "ChannelLink_accountId_idx" ON "ChannelLink"("accountId");

-- CreateIndex
CREATE INDEX "Change_accountId_revision_idx" ON "Change"("accountId", "revision");
