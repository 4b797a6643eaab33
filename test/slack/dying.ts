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
 * A process of its own that saves a form as the app does, and dies on the way. Every query is a step, those inside the
 * transaction too, and so is every call to Slack.
 */
const { databaseUrl, userId, view, values, dieAfter }: Errand = JSON.parse(process.argv[2] ?? '');
let steps = 0;

const step = (): Promise<void> => {
  steps += 1;
  if (steps !== dieAfter) return Promise.resolve();
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

const opened = await openStore(databaseUrl);
const client = opened.client.$extends({
  query: {
    async $allOperations({ args, query }) {
      const answer = await query(args);
      await step();
      return answer;
    },
  },
});
const desk = new Desk({ ...opened, client: client as unknown as Store['client'] }, EVERYBODY);
const send = globalThis.fetch;
globalThis.fetch = async (...call) => {
  await step();
  return send(...call);
};
await desk.submit(userId, view, values);
process.exit(0);
