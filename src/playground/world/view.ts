import type { JsonObject, StateValues } from '../protocol.ts';
import { keptBlocks, keptText, objects } from './blocks.ts';
import { HOME } from './cast.ts';
import { newId, secret } from './id.ts';
import { initialValues, survivingValues } from './state-values.ts';
import type { World } from './world.ts';

/** A modal or a Home, as it stands before one person. */
export interface View {
  id: string;
  userId: string;
  /** The view as Slack keeps it. */
  body: JsonObject;
  values: StateValues;
  errors: Record<string, string>;
  busy: boolean;
  fault: string | null;
  hash: string;
  rootId: string;
  previousId: string | null;
  /** Options that the app offered for the external selects, by block and action. */
  offered: Map<string, JsonObject[]>;
  /** Fields that an earlier content had: what is still on its way for them is no mistake. */
  former: Set<string>;
}

export const fieldKey = (blockId: string, actionId: string): string => `${blockId}\n${actionId}`;

/** Slack keeps at most this many views on top of each other. */
export const MOST_VIEWS = 3;

export const stackOf = (world: World, userId: string): View[] => world.stacks.get(userId) ?? [];

export const topOf = (world: World, userId: string): View | undefined => stackOf(world, userId).at(-1);

export function findView(world: World, id: string): View | undefined {
  for (const stack of world.stacks.values()) {
    const found = stack.find((view) => view.id === id);
    if (found) return found;
  }
  return [...world.homes.values()].find((view) => view.id === id);
}

export const findByExternalId = (world: World, externalId: string): View | undefined =>
  [...world.stacks.values(), [...world.homes.values()]].flat().find((view) => view.body.external_id === externalId);

function newView(world: World, userId: string, body: JsonObject, below: View | null): View {
  const kept = keptBody(body);
  const id = newId('V');
  return {
    ...{ id, userId, body: kept, values: initialValues(objects(kept.blocks)), errors: {}, busy: false, fault: null },
    ...{ hash: newHash(world), rootId: below?.rootId ?? id, previousId: below?.id ?? null, offered: new Map() },
    former: new Set(),
  };
}

/** A modal in the place of all that the person had open. */
export function openView(world: World, userId: string, body: JsonObject): View {
  const view = newView(world, userId, body, null);
  world.stacks.set(userId, [view]);
  world.changed();
  return view;
}

export function pushView(world: World, userId: string, body: JsonObject): View | null {
  const stack = stackOf(world, userId);
  const below = stack.at(-1);
  if (!below || stack.length >= MOST_VIEWS) return null;
  const view = newView(world, userId, body, below);
  world.stacks.set(userId, [...stack, view]);
  world.changed();
  return view;
}

/** Another content for a view: new hash, no errors any more, and what was typed where its place is still there. */
export function replaceBody(world: World, view: View, body: JsonObject): void {
  for (const [blockId, actions] of Object.entries(view.values)) {
    for (const actionId of Object.keys(actions)) view.former.add(fieldKey(blockId, actionId));
  }
  view.body = keptBody(body);
  view.values = survivingValues(objects(view.body.blocks), view.values);
  view.errors = {};
  view.fault = null;
  view.hash = newHash(world);
  world.changed();
}

export function publishHome(world: World, userId: string, body: JsonObject): View {
  const before = world.homes.get(userId);
  if (before) {
    replaceBody(world, before, body);
    return before;
  }
  const view = newView(world, userId, body, null);
  world.homes.set(userId, view);
  world.changed();
  return view;
}

export function closeViews(world: World, userId: string, closed: readonly View[]): void {
  world.stacks.set(
    userId,
    stackOf(world, userId).filter((view) => !closed.includes(view)),
  );
  world.changed();
}

const newHash = (world: World): string => `${Math.floor(world.clock.now() / 1000)}.${secret(4)}`;

function keptBody(body: JsonObject): JsonObject {
  const { type, blocks, title, submit, close, callback_id, external_id, private_metadata } = body;
  return {
    ...{
      type: type ?? 'modal',
      blocks: keptBlocks(blocks),
      callback_id: callback_id ?? '',
      external_id: external_id ?? '',
    },
    ...{
      private_metadata: private_metadata ?? '',
      title: keptText(title),
      submit: keptText(submit),
      close: keptText(close),
    },
    ...{ clear_on_close: body.clear_on_close ?? false, notify_on_close: body.notify_on_close ?? false },
    ...(body.submit_disabled === true && { submit_disabled: true }),
  };
}

/** The view as the app is told of it. What was entered comes only with an interaction; people of other companies bring their own team. */
export function viewJson(world: World, view: View, values: StateValues = {}): JsonObject {
  const { id, body, hash, rootId, previousId, userId } = view;
  const { app } = world;
  return {
    ...{ id, team_id: world.people.get(userId)?.teamId ?? HOME.id, ...body, state: { values: values as JsonObject } },
    ...{ hash, root_view_id: rootId, previous_view_id: previousId, app_id: app.id, bot_id: app.botId },
    app_installed_team_id: HOME.id,
  };
}
