/** The first thing that `look` finds, now or after a change; an error after `within` milliseconds without one. */
export async function until<T>(
  onChange: (listener: () => void) => () => void,
  look: () => T | null | undefined | false,
  within: number,
): Promise<T> {
  const at = look();
  if (at) return at;
  return new Promise((resolve, reject) => {
    const end = (finish: () => void) => {
      clearTimeout(timer);
      stop();
      finish();
    };
    const timer = setTimeout(() => end(() => reject(new Error(`not seen within ${within} ms: ${look}`))), within);
    const stop = onChange(() => {
      let seen: T | null | undefined | false;
      try {
        seen = look();
      } catch (error) {
        end(() => reject(error));
        return;
      }
      if (seen) end(() => resolve(seen as T));
    });
  });
}
