/** The store cannot do what was asked, and the message says what a person can do about it. It never holds a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
