import type { WebClient } from '@slack/web-api';
import type { Store } from '../../store/store.ts';
import type { SupportContact } from '../support/support.ts';
import type { Deps, Log } from '../turn.ts';

/** What it takes to write to people of one workspace. */
export interface Sender {
  store: Store;
  client: WebClient;
  teamId: string;
  now: Date;
  log: Log;
  /** The operator's own address is no secret, whatever else it is used for. */
  support: SupportContact;
}

interface Now {
  deps: Pick<Deps, 'store' | 'log' | 'support'>;
  client: WebClient;
  teamId: string;
  now: Date;
}

export const senderOf = ({ deps: { store, log, support }, client, teamId, now }: Now): Sender => ({
  ...{ store, log, support },
  ...{ client, teamId, now },
});
