// Loaded before the app (`node --import`): its computer's clock is ahead by the milliseconds that the address of this module
// ends with. So the app need not know that somebody only plays that three months have passed.
const ahead = Number(new URL(import.meta.url).searchParams.get('by'));
const True = Date;
const trueNow = True.now;
True.now = () => trueNow() + ahead;
globalThis.Date = new Proxy(True, {
  apply: () => new True(True.now()).toString(),
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [True.now()] : given, as),
});
True.prototype.constructor = globalThis.Date;
