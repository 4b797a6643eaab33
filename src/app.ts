import { App, type AuthorizeResult, type Receiver } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { WebClient as Client, type WebClient } from '@slack/web-api';
import type { Chores } from './chores.ts';
import { boltLogger } from './log.ts';
import { FIND_ACCOUNT } from './slack/access/request.ts';
import { CHOOSE } from './slack/account/accounts.ts';
import { suggestAccounts, suggestToAsk } from './slack/account/choosing.ts';
import { clientOptions } from './slack/client.ts';
import { readCommand } from './slack/command.ts';
import { answerTo, type Incoming, turnOf } from './slack/dispatch.ts';
import { openHome } from './slack/home/handlers.ts';
import { ZONE } from './slack/hours/window.ts';
import { searchZones } from './slack/hours/zones.ts';
import { LISTENERS } from './slack/listeners.ts';
import { type ActionBody, type CommandBody, incoming, type SubmissionBody } from './slack/payload.ts';
import { suggestCountries } from './slack/plan/countries.ts';
import { FIND_COUNTRY } from './slack/plan/holidays.ts';
import { answerClick, answerQuietly, answerSubmission, STRANGER } from './slack/respond.ts';
import type { Respond } from './slack/sink/message.ts';
import { sayUnknown } from './slack/support/handlers.ts';
import { type Deps, isQuiet, type Listener, type Source, type Turn } from './slack/turn.ts';

export interface AppOptions extends Deps {
  receiver: Receiver;
  chores: Chores;
  botToken: string;
  /** Base address of the Web API, with the slash at its end. */
  apiUrl: string;
  /** Milliseconds within which a submission is acknowledged, saved or not; Slack gives up after three seconds. */
  ackWithin?: number;
}

/** What Slack may call ours: its name in the manifest. */
export const COMMAND = '/contacts';

/** The whole app, not started: every command, action, view and event is registered here. */
export function createApp(options: AppOptions): App {
  const { receiver, chores, botToken, apiUrl, ackWithin = 2500, ...deps } = options;
  const app = new App({
    receiver,
    authorize: authorizer(
      botToken,
      () => new Client(botToken, { ...clientOptions(apiUrl), logger: boltLogger(deps.log) }),
    ),
    clientOptions: clientOptions(apiUrl),
    convoStore: false,
    logger: boltLogger(deps.log),
    extendedErrorHandler: true,
  });
  app.error(async ({ error }: { error: Error }) => deps.log.error('request.failed', { error }));

  const ofKind = <Kind extends Source['kind']>(kind: Kind): Listener[] =>
    LISTENERS.filter((listener) => listener.source.kind === kind);

  app.command(COMMAND, async ({ ack, body, client, context, respond }) => {
    await ack();
    const command = readCommand(body.text);
    const rest = command.kind === 'known' && command.rest !== '' ? command.rest : null;
    const from = { ...incoming(body as CommandBody, client, context.teamId), value: rest, typed: body.text };
    const listener = ofKind('command').find(({ source }) => command.kind === 'known' && source.id === command.name);
    const way = { userId: from.userId, triggerId: body.trigger_id, view: null, respond: respond as Respond };
    await answerClick(deps, from, way, (turn) => {
      if (command.kind === 'unknown') return Promise.resolve(sayUnknown(turn, command));
      if (!listener) throw new Error(`no listener for the command ${command.name}`);
      return answerTo(listener, turn, from.channelId);
    });
  });

  for (const listener of ofKind('action')) {
    app.action(actionId(listener.source), async ({ ack, body, client, context, respond }) => {
      await ack();
      const click = body as unknown as ActionBody;
      const from = incoming(click, client, context.teamId);
      if (isQuiet(listener)) return answerQuietly(deps, from, (turn) => listener.run(turn));
      const way = {
        ...{ userId: from.userId, triggerId: click.trigger_id, view: click.view ?? null },
        respond: click.response_url ? (respond as Respond) : null,
      };
      await answerClick(deps, from, way, (turn) => answerTo(listener, turn, from.channelId));
    });
  }

  for (const listener of ofKind('submission')) {
    app.view(listener.source.id, async ({ ack, body, client, context }) => {
      const submission = body as unknown as SubmissionBody;
      const from = incoming(submission, client, context.teamId);
      const acknowledge = ack as (answer?: object) => Promise<void>;
      await answerSubmission(deps, from, { view: submission.view, ack: acknowledge, ackWithin }, (turn) =>
        answerTo(listener, turn, null),
      );
    });
  }

  for (const listener of ofKind('close')) {
    app.view({ callback_id: listener.source.id, type: 'view_closed' }, async ({ ack, body, client, context }) => {
      await ack();
      const from = incoming(body as unknown as SubmissionBody, client, context.teamId);
      await answerQuietly(deps, from, (turn) => answerTo(listener, turn, null));
    });
  }

  for (const listener of ofKind('shortcut')) {
    app.shortcut(listener.source.id, async ({ ack, body, client, context }) => {
      await ack();
      const from = incoming(body as unknown as ActionBody, client, context.teamId);
      const way = { userId: from.userId, triggerId: body.trigger_id, view: null, respond: null };
      await answerClick(deps, from, way, (turn) => answerTo(listener, turn, null));
    });
  }

  app.options(ZONE, async ({ ack, body, client, context }) => {
    const query = String((body as { value?: string }).value ?? '');
    const from = incoming(body as unknown as ActionBody, client, context.teamId);
    // A zone can be found without knowing who searches: an outage must not empty the list.
    const { person, viewer } = await turnOf(deps, from).catch((error) => {
      deps.log.error('zones.anonymous', { error });
      return { person: STRANGER.person, viewer: STRANGER };
    });
    await ack({ options: searchZones(query, person.zone, viewer.say.locale) });
  });

  /** A search that fails finds nothing, so that the person is not left waiting. */
  const search = (id: string, find: (turn: Turn, typed: string, block: string) => Promise<PlainTextOption[]>) =>
    app.options(id, async ({ ack, body, client, context }) => {
      const { value = '', block_id: block = '' } = body as { value?: string; block_id?: string };
      const from = incoming(body as unknown as ActionBody, client, context.teamId);
      const options = await turnOf(deps, from)
        .then((turn) => find(turn, value, block))
        .catch((error) => {
          deps.log.error('search.failed', { error });
          return [];
        });
      await ack({ options });
    });
  search(CHOOSE, suggestAccounts);
  search(FIND_ACCOUNT, suggestToAsk);
  search(FIND_COUNTRY, suggestCountries);

  app.event('app_home_opened', async ({ event, client, context }) => {
    if (event.tab !== 'home') return;
    const from = eventFrom(event.user, client, context.teamId);
    const way = { userId: event.user, triggerId: null, view: null, respond: null };
    await answerClick(deps, from, way, openHome);
  });

  app.event('user_change', async ({ event, context }) => {
    const { teamId } = context;
    if (teamId && event.user.id) await chores.personChanged(teamId, event.user.id);
  });

  return app;
}

/** The tenant is the workspace of the token, whoever acts: people of other workspaces come with their own team. */
function authorizer(botToken: string, client: () => WebClient): () => Promise<AuthorizeResult> {
  let known: Promise<AuthorizeResult> | null = null;
  const ask = async (): Promise<AuthorizeResult> => {
    const { team_id, bot_id, user_id } = await client().auth.test();
    return { botToken, teamId: team_id, botId: bot_id, botUserId: user_id };
  };
  return () => {
    known ??= ask().catch((error) => {
      known = null;
      throw error;
    });
    return known;
  };
}

const eventFrom = (userId: string, client: WebClient, teamId: string | undefined): Incoming => ({
  client,
  teamId: teamId ?? '',
  userId,
  channelId: null,
  metadata: {},
  values: {},
  value: null,
  surface: null,
  rootViewId: null,
  actedAt: null,
});

/** The listener's id, and where it may be, numbers after it. */
const actionId = ({ id, ...source }: Source): string | RegExp =>
  'numbered' in source ? new RegExp(`^${id.replaceAll('.', '\\.')}(\\.\\d+)*$`) : id;
