// node holder.ts <DATABASE_URL> [save]: another process that holds the database, until it is killed or its input ends.
// It says `open`, or why not; with `save` it goes on saving, and says each revision that it was told is saved.
import { accountsOfWorkspace } from '../../src/store/accounts.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import { openStore } from '../../src/store/store.ts';

const [url = '', task] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
process.stdin.resume().on('end', () => process.exit(0));
try {
  const store = await openStore(url);
  say('open');
  let [account] = await accountsOfWorkspace(store, { teamId: 'T1HOME' });
  while (task === 'save' && account) {
    const number = account.revision + 1;
    const sheet = {
      ...account.sheet,
      'tech-emergency': [`first-${number}@harvest.example`, `second-${number}@harvest.example`],
      'ops-platform': [`platform-${number}@harvest.example`],
    };
    const outcome = await saveSheet(store, { account, sheet, by: 'UANA', now: new Date() });
    account = outcome.account;
    say(String(account.revision));
  }
} catch (error) {
  say((error as Error).message);
  process.exit(1);
}
