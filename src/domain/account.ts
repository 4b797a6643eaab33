import type { Member } from './access.ts';
import type { Confirmation } from './confirmation.ts';
import { mailboxesIn } from './leak.ts';
import type { Sheet } from './sheet.ts';

export type Environment = 'sandbox' | 'production';

export interface Brand {
  id: string;
  name: string;
  /** The brand's support e-mail alias; null until somebody gives it. */
  supportAlias: string | null;
}

/** A partner account: what one contact sheet belongs to (R2). */
export interface Account {
  id: string;
  /** The workspace, our tenant. */
  teamId: string;
  name: string;
  environment: Environment;
  /** Grows by one with every change; a save names the revision that it was made from. */
  revision: number;
  brands: readonly Brand[];
  defaultBrandId: string | null;
  /** Integration types; one that we do not know asks for nothing. */
  integrations: readonly string[];
  members: readonly Member[];
  sheet: Sheet;
  launchedAt: Date | null;
  /** The channel in which access requests are shown; null means a DM to each admin. */
  adminChannelId: string | null;
  /** Who last said that the details hold (C9); null if nobody has yet. */
  confirmed: Confirmation | null;
}

export const defaultBrand = (account: Account): Brand | null =>
  account.brands.find((brand) => brand.id === account.defaultBrandId) ?? null;

/** The address that the sheet must share with users (R11); null while there is no default brand or it has no alias. */
export const expectedAlias = (account: Account): string | null => defaultBrand(account)?.supportAlias ?? null;

export const NAME_LENGTH = 60;

/** Some letters are blank on every screen, such as the Hangul filler and the empty Braille pattern. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
/** An emoji such as the cook is several characters, held together by an invisible one that belongs there. */
const EMOJI = /\p{RGI_Emoji}/gv;

/** A name of an account or a brand without the space around it, or what is wrong with it. */
export function readName(text: string): { ok: true; name: string } | { ok: false; problem: NameProblem } {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!VISIBLE.test(name)) return { ok: false, problem: { reason: 'name-missing' } };
  if ([...name].length > NAME_LENGTH) return { ok: false, problem: { reason: 'name-too-long', limit: NAME_LENGTH } };
  if (HIDDEN.test(name.replace(EMOJI, ''))) return { ok: false, problem: { reason: 'hidden-characters' } };
  // Everybody is shown names, third parties among them: they are no place for a contact (R12).
  if (mailboxesIn(name).size > 0) return { ok: false, problem: { reason: 'name-has-address' } };
  return { ok: true, name };
}

export type NameProblem =
  | { reason: 'name-missing' }
  | { reason: 'name-too-long'; limit: number }
  | { reason: 'hidden-characters' }
  | { reason: 'name-has-address' };
