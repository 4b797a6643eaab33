const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it; there are as many as there are languages, zones and styles. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
