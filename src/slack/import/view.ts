import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { actions, type Blocks, button, context, field, modal, section, VALUE } from '../block-kit.ts';
import { type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { type Metadata, metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { type Preview, previewBlocks } from './preview.ts';

export const OPEN_IMPORT = 'import.open';
/** One more field to paste into. */
export const MORE_PIECES = 'import.more';

/** Slack takes that many characters in a field. */
export const LONGEST_PIECE = 3000;
export const MOST_PIECES = 10;

export interface ImportState {
  account: Account;
  /** How many fields there are. */
  pieces: number;
  /** What the pasted text would do; null before it was looked at. */
  preview: Preview | null;
  /** What happened just now, as mrkdwn. */
  notice?: string | null;
  /** What the preview was made from, so that nothing else is saved. */
  seen?: Metadata['seen'];
}

/**
 * The text is pasted into fields that stay in the view while it shows the preview: Slack keeps it there and sends it
 * again with the confirmation. So it is stored nowhere, and nothing typed is lost when a row will not do (R24).
 */
export const importView = {
  id: 'import.save',

  render({ account, pieces, preview, notice = null, seen }: ImportState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: importView.id,
      title: say('import.title'),
      submit: say(seen ? 'import.submit' : 'import.preview'),
      close: say('app.close'),
      metadata: metadataOf(account, { pieces, ...(seen && { seen }) }),
      blocks: [
        ...(notice ? [section(notice)] : []),
        ...(preview ? previewBlocks(preview, say) : [section(say.mrkdwn('import.intro', { account: account.name }))]),
        ...(preview ? [] : [context(say.mrkdwn('import.columns'))]),
        ...fields(pieces, viewer),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted, pieces: number): string[] =>
    places(pieces).map((place) => textOf(values, `text.${place}`) ?? ''),
};

/** Whatever the metadata says, there are not more fields than these. */
const places = (pieces: number): number[] =>
  Array.from({ length: Math.max(1, Math.min(pieces, MOST_PIECES)) }, (_, place) => place);

function fields(pieces: number, { say }: Viewer): Blocks {
  const shown = places(pieces);
  return [
    ...shown.map((place) =>
      field(
        `text.${place}`,
        shown.length === 1 ? say('import.text') : say('import.text.piece', { piece: place + 1 }),
        { type: 'plain_text_input', action_id: VALUE, multiline: true, max_length: LONGEST_PIECE },
        {
          optional: place > 0,
          ...(place === shown.length - 1 && {
            hint: say('import.text.hint', { limit: LONGEST_PIECE, most: MOST_PIECES }),
          }),
        },
      ),
    ),
    ...(shown.length < MOST_PIECES ? [actions(button(MORE_PIECES, say('import.more')))] : []),
  ];
}
