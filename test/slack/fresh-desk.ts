import { openStore } from '../../src/store/store.ts';
import { emptyDatabase } from '../store/databases.ts';
import { Desk } from './desk.ts';
import { EVERYBODY } from './journey.ts';

/** A desk before everybody of the story, with an empty database of its own that goes when it is closed. */
export async function freshDesk(options: { mail?: boolean } = {}): Promise<{ desk: Desk; close: () => Promise<void> }> {
  const { url, remove } = await emptyDatabase('sqlite');
  const desk = new Desk(await openStore(url), EVERYBODY, options);
  const close = async () => {
    await desk.close();
    await remove();
  };
  return { desk, close };
}
