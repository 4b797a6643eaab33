import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { StoreError } from './store-error.ts';

export const CLOSED = 'The database is closed, because Callsheet is stopping.';

/**
 * For a query after `$disconnect`, Prisma opens the database anew without a word: of SQLite, a file that is no longer held
 * for this process. So nothing is opened any more once `shut` was called, and every query fails at once.
 */
export function untilShut(factory: SqlDriverAdapterFactory): { adapter: SqlDriverAdapterFactory; shut: () => void } {
  let open = true;
  const adapter: SqlDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect() {
      if (!open) return Promise.reject(new StoreError(CLOSED));
      return factory.connect();
    },
  };
  const shut = () => {
    open = false;
  };
  return { adapter, shut };
}
