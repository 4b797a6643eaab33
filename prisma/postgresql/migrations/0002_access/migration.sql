-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "adminChannelId" TEXT;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "endTold" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "AccessRequest" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "forUser" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "reason" TEXT NOT NULL,
    "endsAt" TIMESTAMP(3),
    "state" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),
    "note" TEXT,
    "announced" BOOLEAN NOT NULL DEFAULT false,
    "reminded" INTEGER NOT NULL DEFAULT 0,
    "told" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" TIMESTAMP(3),
    "pendingKey" TEXT,

    CONSTRAINT "AccessRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestCard" (
    "requestId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "userId" TEXT,

    CONSTRAINT "RequestCard_pkey" PRIMARY KEY ("requestId","channelId","ts")
);

-- CreateTable
CREATE TABLE "Chore" (
    "name" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Chore_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "AccessRequest_pendingKey_key" ON "AccessRequest"("pendingKey");

-- CreateIndex
CREATE INDEX "AccessRequest_accountId_state_idx" ON "AccessRequest"("accountId", "state");

-- CreateIndex
CREATE INDEX "AccessRequest_dueAt_idx" ON "AccessRequest"("dueAt");

-- CreateIndex
CREATE INDEX "Member_endsAt_idx" ON "Member"("endsAt");

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestCard" ADD CONSTRAINT "RequestCard_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "AccessRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;
