/** Days and times of a zone, without a library: the browser knows the zones. */

const parts = (zone: string, date: Date): Record<string, string> => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
};

/** `2026-11-03`: the day that it is there. */
export function dayIn(zone: string, date: Date): string {
  const { year, month, day } = parts(zone, date);
  return `${year}-${month}-${day}`;
}

/** `09:30`: the time that it is there. */
export function clockIn(zone: string, date: Date): string {
  const { hour, minute } = parts(zone, date);
  return `${hour}:${minute}`;
}

/** The instant at which it is this day and time there; the later one when clocks are set back. */
export function instantIn(zone: string, day: string, clock: string): Date {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  let guess = wanted;
  for (let round = 0; round < 2; round++) {
    const seen = new Date(guess);
    guess += wanted - Date.parse(`${dayIn(zone, seen)}T${clockIn(zone, seen)}:00Z`);
  }
  return new Date(guess);
}
