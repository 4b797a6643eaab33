import type { ImageElement as Image } from '@slack/types';
import { html } from '../html.ts';
import { safeUrl } from '../text/safe-url.ts';

export const ImageElement = ({ of }: { of: Image }) => {
  const url = 'image_url' in of ? safeUrl(of.image_url) : null;
  return html`<img class="thumbnail" src=${url ?? ''} alt=${of.alt_text} title=${of.alt_text} />`;
};
