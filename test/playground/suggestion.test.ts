import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OLIVIA } from '../../src/playground/world/cast.ts';
import { inModal, input, modal, openModal, plain, type Stage, setStage, topModal } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

describe('an external select', () => {
  const view = modal([input('zone', { type: 'external_select', action_id: 'value', min_query_length: 2 })]);
  const search = (query: string) =>
    stage.playground.send(OLIVIA, {
      ...{ type: 'suggest', container: inModal(topModal(stage).id), blockId: 'zone', actionId: 'value', query },
    });
  const choose = (value: string) =>
    stage.playground.send(OLIVIA, {
      ...{ type: 'type', container: inModal(topModal(stage).id) },
      values: { zone: { value: { type: 'external_select', selected_option: { value } } } },
    });

  it('asks the app, and takes only what it offered', async () => {
    stage.receiver.reply = ({ payload }) =>
      payload.type === 'block_suggestion' ? { body: { options: [{ text: plain('Lisbon'), value: 'lis' }] } } : {};
    const { id } = await openModal(stage, view);
    expect(await choose('lis')).toMatchObject({ ok: false });
    expect(await search('l'), 'too short to ask').toEqual({ ok: true, options: [] });
    expect(await search('lis')).toMatchObject({ ok: true, options: [{ value: 'lis' }] });
    expect(stage.last().payload).toMatchObject({
      ...{
        type: 'block_suggestion',
        action_id: 'value',
        block_id: 'zone',
        value: 'lis',
        container: { type: 'view', view_id: id },
      },
    });
    expect(await choose('lis')).toEqual({ ok: true });
    expect(topModal(stage).values.zone?.value).toMatchObject({ selected_option: { value: 'lis' } });
  });

  it.each([
    ['nothing in time', 'silence' as const],
    ['what is not options', { body: { options: [{ value: 'x' }] } }],
    [
      'too many options',
      { body: { options: Array.from({ length: 101 }, (_, at) => ({ text: plain(`${at}`), value: `${at}` })) } },
    ],
  ])('says that it went wrong if the app answers %s', async (_, reply) => {
    await openModal(stage, view);
    stage.receiver.reply = () => reply;
    expect(await search('lis')).toMatchObject({ ok: false });
  });
});
