import type { Container, JsonObject, StateValues } from '../../protocol.ts';
import { statefulElements } from '../element/value.ts';
import { html } from '../html.ts';
import { useWorld } from '../world.ts';
import { ActionsBlock, ContextBlock, HeaderBlock, SectionBlock } from './basic.ts';
import { FileBlock, ImageBlock, VideoBlock } from './image.ts';
import { InputBlock } from './input.ts';
import { RichTextBlock } from './rich-text.ts';
import { SurfaceProvider } from './surface.ts';

/** What every kind of block gets. */
export interface BlockProps<B = JsonObject> {
  of: B;
  /** Unique in the page: names ids for labels and descriptions. */
  id: string;
  error?: string;
}

const KINDS: Record<string, unknown> = {
  header: HeaderBlock,
  section: SectionBlock,
  context: ContextBlock,
  actions: ActionsBlock,
  input: InputBlock,
  image: ImageBlock,
  file: FileBlock,
  video: VideoBlock,
  rich_text: RichTextBlock,
  divider: () => html`<hr />`,
};

interface BlocksProps {
  container: Container;
  blocks: JsonObject[];
  /** What the server keeps of the values; null for a message. */
  kept: StateValues | null;
}

export const Blocks = ({ container, blocks, kept }: BlocksProps) => html`
  <${SurfaceProvider} container=${container} blocks=${blocks} kept=${kept}>
    ${() => html`<${BlockList} container=${container} blocks=${blocks} />`}
  <//>
`;

interface BlockListProps {
  container: Container;
  blocks: JsonObject[];
  errors?: Record<string, string>;
}

/** Blocks keep their place in the page, so that caret and focus survive an update. */
export const BlockList = ({ container, blocks, errors = {} }: BlockListProps) => html`
  <div class="blocks">
    ${keyed(blocks).map(([key, block]) => {
      const blockId = String(block.block_id ?? key);
      const id = `${containerId(container)}-${blockId}`;
      return html`<${Block} key=${key} of=${block} id=${id} error=${errors[blockId]} />`;
    })}
  </div>
`;

/**
 * What holds a value goes by its id. The rest goes by its kind and order: Slack gives a block without an id of its own
 * another one with every update.
 */
function keyed(blocks: JsonObject[]): [string, JsonObject][] {
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    const type = String(block.type);
    if (!statefulElements([block]).next().done) return [`id ${block.block_id}`, block];
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    return [`${type} ${count}`, block];
  });
}

function containerId(container: Container): string {
  if (container.kind === 'home') return 'home';
  return container.kind === 'modal' ? container.viewId : `${container.channel}-${container.ts}`;
}

function Block(props: BlockProps) {
  const { words } = useWorld();
  const type = String(props.of.type);
  const Kind = KINDS[type];
  if (!Kind) return html`<p class="unsupported">${words('unsupported', { type })}</p>`;
  return html`<div class=${`block ${type}`} data-block-id=${props.of.block_id}><${Kind} ...${props} /></div>`;
}
