/** Zones that Intl still lists under a former name: people look for the name of today. */
export const FORMER_NAMES: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const LISTED = Intl.supportedValuesOf('timeZone').map((zone) => FORMER_NAMES[zone] ?? zone);

const ZONES: ReadonlySet<string> = new Set(['UTC', ...LISTED]);

/** The zones that a person can choose, each by its name of today. */
export const zones = (): string[] => [...ZONES];

/** A zone by any of its IANA names, also the former ones such as `Japan`; offsets and abbreviations such as `EST` are none. */
export function isZone(text: string): boolean {
  if (ZONES.has(text)) return true;
  if (!/^[A-Z][A-Za-z_+-]*(\/[A-Za-z0-9_+-]+)+$/.test(text) && !/^[A-Z][a-z]+$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
