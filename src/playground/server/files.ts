import type { StoredFile } from '../world/file.ts';
import type { World } from '../world/world.ts';

/** Takes the bytes of a file that was announced, as they are or in a form. */
export async function takeUpload(world: World, path: string, request: Request): Promise<Response> {
  const file = [...world.files.values()].find(({ uploadPath }) => uploadPath === path);
  if (!file || file.bytes) return new Response('invalid upload', { status: 404 });
  const bytes = await bytesOf(request);
  if (!bytes || bytes.length !== file.length) return new Response('length mismatch', { status: 400 });
  file.bytes = bytes;
  return new Response(`OK - ${bytes.length}`);
}

async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) {
    return new Uint8Array(await request.arrayBuffer());
  }
  const sent = [...(await request.formData()).values()].find((value) => typeof value !== 'string');
  return sent ? new Uint8Array(await sent.arrayBuffer()) : null;
}

/** Only pictures are shown in place; whatever else the app made is offered to be saved. */
export function giveFile(world: World, id: string): Response {
  const file = world.files.get(id);
  if (!file?.bytes || !file.shared) return new Response('Not found', { status: 404 });
  return new Response(file.bytes, { headers: headersOf(file) });
}

const headersOf = ({ mimetype, name }: StoredFile): Record<string, string> => ({
  'content-type': mimetype,
  'content-security-policy': "default-src 'none'",
  'content-disposition': `${/^image\/(png|jpeg|gif)$/.test(mimetype) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
});
