import { writeSync } from 'node:fs';
import type { ModalView } from '@slack/types';
import { openStore, type Store } from '../../src/store/store.ts';
import { Desk, type Values } from './desk.ts';
import { EVERYBODY } from './people.ts';

/** What a process is to do, and after how many steps it is to die. */
export interface Errand {
  databaseUrl: string;
  userId: string;
  view: ModalView;
  values: Values;
  dieAfter: number;
}

/**
 * A process of its own that saves a form as the app does, and dies on the way: before anything is written, after each
 * statement that writes, those inside the transaction too, and before each call to Slack. What only reads is no step: who
 * dies after it leaves what they would have left before it. Each step is named on the way.
 */
const { databaseUrl, userId, view, values, dieAfter }: Errand = JSON.parse(process.argv[2] ?? '');
const READS = /^(find|count|aggregate|groupBy)/;
let steps = 0;

const step = (name: string): Promise<void> => {
  writeSync(process.stdout.fd, `${name}\n`);
  steps += 1;
  if (steps !== dieAfter) return Promise.resolve();
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

const opened = await openStore(databaseUrl);
const client = opened.client.$extends({
  query: {
    async $allOperations({ model = '', operation, args, query }) {
      const answer = await query(args);
      if (!READS.test(operation)) await step(`${model}.${operation}`);
      return answer;
    },
  },
});
const desk = new Desk({ ...opened, client: client as unknown as Store['client'] }, EVERYBODY);
const send = globalThis.fetch;
globalThis.fetch = async (...call) => {
  await step('Slack');
  return send(...call);
};
await step('nothing');
await desk.submit(userId, view, values);
process.exit(0);
