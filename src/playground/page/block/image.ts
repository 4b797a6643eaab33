import type { ImageBlock as Image } from '@slack/types';
import type { JsonObject } from '../../protocol.ts';
import { html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import { plainText, type TextObject } from '../text/rich.ts';
import { safeUrl } from '../text/safe-url.ts';
import { useWorld } from '../world.ts';
import type { BlockProps } from './blocks.ts';

/** A picture with its title. A file of Slack's is fetched from the playground, which keeps it. */
export function ImageBlock({ of }: BlockProps<Image>) {
  const url = 'image_url' in of ? safeUrl(of.image_url ?? '') : fileUrl(of.slack_file);
  return html`
    <figure>
      ${of.title && html`<figcaption>${plainText(of.title)}</figcaption>`}
      <img src=${url ?? ''} alt=${of.alt_text} />
    </figure>
  `;
}

const fileUrl = (file: { id?: string; url?: string } | undefined): string | null =>
  file?.url ? safeUrl(file.url) : file?.id ? `/files/${encodeURIComponent(file.id)}/image` : null;

export function FileBlock({ of }: BlockProps) {
  const { words } = useWorld();
  return html`<p class="file-card"><${Icon} name="file" />${words('file.remote', { id: String(of.external_id) })}</p>`;
}

export function VideoBlock({ of }: BlockProps<JsonObject>) {
  const title = plainText(of.title as unknown as TextObject);
  return html`<p class="file-card"><${Icon} name="file" /><a href=${safeUrl(String(of.video_url))} target="_blank" rel="noreferrer">${title}</a></p>`;
}
