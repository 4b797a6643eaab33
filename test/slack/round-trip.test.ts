import { describe, expect, it } from 'vitest';
import { NO_PLAN } from '../../src/domain/coverage/plan.ts';
import { decideEdit } from '../../src/domain/edit.ts';
import { readWindows } from '../../src/domain/hours.ts';
import { INTEGRATION_TYPES } from '../../src/domain/integration.ts';
import { usersView } from '../../src/slack/access/users.ts';
import { brandView } from '../../src/slack/account/brand.ts';
import { firstRun } from '../../src/slack/account/first-run.ts';
import { launchView } from '../../src/slack/account/launch.ts';
import { form } from '../../src/slack/contact/form.ts';
import { draftsOf, hoursView, withOneMore } from '../../src/slack/hours/view.ts';
import type { Submitted } from '../../src/slack/submitted.ts';
import { readMetadata } from '../../src/slack/surface.ts';
import { inSlack, text } from './desk.ts';
import { integrations } from './journey.ts';
import { NOW, SCENES, seenBy } from './scenes.ts';

const submitted = (view: Parameters<typeof inSlack>[0], values = {}): Submitted =>
  (inSlack(view, values) as { state: { values: Submitted } }).state.values;

describe.each(Object.entries(SCENES))('submitted as it was rendered, with %s data', (_, scene) => {
  const { account } = scene;
  const { viewer: admin } = seenBy(scene, 'admin', 'pt-BR');

  it('R21: the form says what the sheet says already', () => {
    const edit = form.parse(submitted(form.render({ account }, admin)));
    const people = new Map(account.sheet.alert.map((userId) => [userId, { ...admin.person, userId }]));
    const decision = decideEdit(account, edit, people, NOW);
    const changed = decision.kind === 'accepted' ? decision.changed : decision;
    // An alias is offered as the shared contact before it was ever saved.
    expect(changed).toEqual([]);
  });

  it('R13: the hours come back unchanged', () => {
    const drafts = draftsOf(account.sheet['support-hours'], 'Asia/Kathmandu');
    const view = hoursView.render({ account, plan: NO_PLAN, now: NOW, drafts }, admin);
    const parsed = hoursView.parse(submitted(view), readMetadata(view.private_metadata).windows ?? []);
    expect(parsed).toEqual(drafts);
    const read = readWindows(parsed);
    if (account.sheet['support-hours'].length > 0) {
      expect(read.ok && read.windows).toEqual(account.sheet['support-hours']);
    }
  });

  it('a window that was added has the days and the zone of the last one, and no times yet', () => {
    const drafts = withOneMore(draftsOf(account.sheet['support-hours'].slice(0, 3), 'Asia/Kathmandu'), 'UTC');
    const view = hoursView.render({ account, plan: NO_PLAN, now: NOW, drafts }, admin);
    expect(hoursView.parse(submitted(view), readMetadata(view.private_metadata).windows ?? [])).toEqual(drafts);
    expect(drafts.at(-1)).toMatchObject({
      start: null,
      end: null,
      zone: drafts.at(-2)?.zone,
      days: drafts.at(-2)?.days,
    });
  });
});

it('the answers of the first run come back as they were typed', () => {
  const { viewer: admin } = seenBy(SCENES.empty, 'admin', 'en-US');
  const typed = { name: ' Padaria  Nova ', brand: 'Nova & Filhos', alias: 'ajuda@nova.example' };
  const values = { name: text(typed.name), brand: text(typed.brand), alias: text(typed.alias) };
  const all = { ...values, integrations: integrations(...INTEGRATION_TYPES) };
  expect(firstRun.parse(submitted(firstRun.render({}, admin), all))).toEqual({
    ...typed,
    integrations: INTEGRATION_TYPES,
  });
  expect(firstRun.parse(submitted(firstRun.render({}, admin)))).toEqual({
    name: '',
    brand: '',
    alias: '',
    integrations: [],
  });
});

it('the brand, the launch and the users come back as they were rendered', () => {
  const { account } = SCENES.usual;
  const { viewer: admin } = seenBy(SCENES.usual, 'admin', 'en-US');
  const [brand] = account.brands;
  if (!brand) throw new Error('the account has no brand');
  expect(brandView.parse(submitted(brandView.render({ account, brand }, admin)))).toEqual({
    alias: brand.supportAlias,
  });
  expect(launchView.parse(submitted(launchView.render({ account }, admin)))).toEqual({ alert: [admin.person.userId] });
  const users = usersView.render({ account, requests: [], now: NOW }, admin);
  expect(usersView.parse(submitted(users))).toEqual({ userId: null, role: 'editor', until: null });
  const chosen = { person: { type: 'users_select', selected_user: 'UNEW' } };
  expect(usersView.parse(submitted(users, chosen))).toEqual({ userId: 'UNEW', role: 'editor', until: null });
});
