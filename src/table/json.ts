/** A document that people can read too; its first entry stands on the first line. */
export const writeJson = (document: object): string =>
  `${JSON.stringify(document, null, 2).replace(/^\{\n {2}/, '{ ')}\n`;
