/** What a person is to the home workspace. Only a `member` can ever be a member of an account. */
export type Standing = 'member' | 'guest' | 'stranger' | 'bot' | 'deactivated';

export interface Person {
  userId: string;
  name: string;
  standing: Standing;
  /** BCP 47, such as `pt-BR`. */
  locale: string;
  /** IANA zone. */
  zone: string;
  /** Owns the workspace. */
  isOwner: boolean;
}

/** Named in the place of a user id where nobody did it: access that ended by itself, a request that expired. */
export const CALLSHEET = 'callsheet';
