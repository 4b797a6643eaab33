import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, OLIVIA, SOFIA } from '../../src/playground/world/cast.ts';
import {
  actions,
  button,
  type Called,
  click,
  modal,
  openModal,
  plain,
  type Stage,
  setStage,
  textInput,
  trigger,
} from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const view = modal([textInput('name'), actions(button('test.more'))]);
const home = { type: 'home', blocks: [{ type: 'divider' }] };

/** What is done, and the error that Slack answers the last call with. */
type Row = [what: string, error: string, act: (stage: Stage) => Promise<Called>];

const REFUSED: Row[] = [
  ['a modal without a trigger', 'invalid_arguments', ({ call }) => call('views.open', { view })],
  [
    'a trigger that Slack did not give',
    'invalid_trigger_id',
    ({ call }) => call('views.open', { trigger_id: '1.2.abc', view }),
  ],
  [
    'a trigger after three seconds',
    'expired_trigger_id',
    async (on) => {
      const trigger_id = await trigger(on);
      on.clock.now += 3001;
      return on.call('views.open', { trigger_id, view });
    },
  ],
  [
    'a trigger for the second time',
    'exchanged_trigger_id',
    async (on) => {
      const trigger_id = await trigger(on);
      await on.call('views.open', { trigger_id, view });
      return on.call('views.open', { trigger_id, view });
    },
  ],
  [
    'a fourth modal',
    'push_limit_reached',
    async (on) => {
      await openModal(on, view);
      let answer: Called | undefined;
      for (let more = 0; more < 3; more++) {
        const { trigger_id } = await click(on, 'test.more');
        answer = await on.call('views.push', { trigger_id, view });
      }
      return answer as Called;
    },
  ],
  ['a modal on top of none', 'not_found', async (on) => on.call('views.push', { trigger_id: await trigger(on), view })],
  [
    'a modal that Block Kit does not know',
    'invalid_arguments',
    async (on) => on.call('views.open', { trigger_id: await trigger(on), view: modal([{ type: 'sculpture' }]) }),
  ],
  [
    'a Home in the place of a modal',
    'invalid_arguments',
    async (on) => on.call('views.open', { trigger_id: await trigger(on), view: home }),
  ],
  [
    'a modal of more than 250 kB',
    'view_too_large',
    async (on) =>
      on.call('views.open', {
        trigger_id: await trigger(on),
        view: modal([], { private_metadata: 'x'.repeat(250_001) }),
      }),
  ],
  [
    'an update of a modal that is not there',
    'not_found',
    ({ call }) => call('views.update', { view_id: 'V0NONE', view }),
  ],
  [
    'an update of a modal that was closed',
    'not_found',
    async (on) => {
      const { id } = await openModal(on, view);
      await on.playground.send(OLIVIA, { type: 'close', viewId: id });
      return on.call('views.update', { view_id: id, view });
    },
  ],
  [
    'an update with the hash of an earlier content',
    'hash_conflict',
    async (on) => {
      const { id } = await openModal(on, view);
      const before = (await click(on, 'test.more')).view.hash;
      await on.call('views.update', { view_id: id, hash: before, view });
      return on.call('views.update', { view_id: id, hash: before, view });
    },
  ],
  [
    'a Home with the hash of an earlier content',
    'hash_conflict',
    async ({ call }) => {
      const first = await call('views.publish', { user_id: OLIVIA, view: home });
      await call('views.publish', { user_id: OLIVIA, view: home });
      return call('views.publish', { user_id: OLIVIA, hash: first.body.view.hash, view: home });
    },
  ],
  ['a Home for nobody', 'user_not_found', ({ call }) => call('views.publish', { user_id: 'U0NOBODY', view: home })],
  [
    'a Home for somebody of another company',
    'user_not_found',
    ({ call }) => call('views.publish', { user_id: SOFIA, view: home }),
  ],
  [
    'an external id for the second time',
    'duplicate_external_id',
    async (on) => {
      await openModal(on, { ...view, external_id: 'mine' });
      return on.call('views.open', { trigger_id: await trigger(on, ANA), view: { ...view, external_id: 'mine' } });
    },
  ],
];

describe('a view', () => {
  it.each(REFUSED)('refuses %s: %s', async (_, error, act) => {
    const { status, body } = await act(stage);
    expect({ status, ok: body.ok, error: body.error }).toEqual({ status: 200, ok: false, error });
  });

  it('says why it refuses a view, and where', async () => {
    const trigger_id = await trigger(stage);
    const { body } = await stage.call('views.open', { trigger_id, view: modal([], { title: plain('x'.repeat(25)) }) });
    expect(body.response_metadata.messages.join()).toContain('[json-pointer:/view/title/text]');
    const again = await stage.call('views.open', { trigger_id, view });
    expect(again.body.ok, 'a refused view uses no trigger up').toBe(true);
  });
});
