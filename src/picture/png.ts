import { fileURLToPath } from 'node:url';

/** Phones draw two points and more for each that is asked for. */
const DENSITY = 2;

/**
 * Draws an SVG as a PNG. The library and its fonts are loaded when the first picture is asked for: a process that draws
 * none does without their memory. No font of the computer is used, so that a picture is the same everywhere.
 */
export async function png(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: DENSITY },
    font: { loadSystemFonts: false, fontFiles: FONTS.map(pathOf), defaultFontFamily: 'DejaVu Sans' },
  });
  return picture.asPng();
}

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

const pathOf = (font: string): string =>
  fileURLToPath(new URL(`ttf/${font}`, import.meta.resolve('dejavu-fonts-ttf/package.json')));
