import { flag, integer, list, object, oneOf, type Rule, string, written } from '../block-kit/rule.ts';

/** Slack's schema of manifests, as far as it touches what Callsheet uses; the rest of it is let through. */
const anything: Rule = () => [];

const url = written(
  'must be an address that begins with http:// or https://',
  (text) => /^https?:\/\//.test(text) && text.length <= 3000,
);
const text = (max: number, min = 1): Rule => string({ min, max });
const names = (max: number): Rule => list(text(50, 0), { max });
const version = integer({ min: 0, max: 99 });

const information = object(
  { name: text(35) },
  {
    description: text(140),
    long_description: text(4000, 175),
    background_color: written('must be a colour such as #1f3a5f', (colour) =>
      /^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/.test(colour),
    ),
  },
);

const command = object(
  {
    command: written('must be a word that begins with /', (word) => /^\/\S+$/.test(word) && word.length <= 32),
    description: text(2000),
  },
  { url, usage_hint: text(1000), should_escape: flag },
);

const shortcut = object({
  name: text(24),
  type: oneOf('global', 'message'),
  callback_id: text(255),
  description: text(150),
});

const features = object(
  {},
  {
    app_home: object({}, { home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag }),
    bot_user: object({ display_name: text(80) }, { always_online: flag }),
    shortcuts: list(shortcut, { min: 1, max: 10 }),
    slash_commands: list(command, { min: 1, max: 50 }),
    unfurl_domains: anything,
    assistant_view: anything,
    agent_view: anything,
    functions: anything,
    workflow_steps: anything,
  },
);

const oauth = object(
  {},
  {
    redirect_urls: list(text(2500, 0), { max: 1000 }),
    scopes: object({}, { bot: names(255), bot_optional: names(255), user: names(255), user_optional: names(255) }),
    token_management_enabled: flag,
    pkce_enabled: flag,
  },
);

const settings = object(
  {},
  {
    event_subscriptions: object(
      {},
      { request_url: url, bot_events: names(100), user_events: names(100), metadata_subscriptions: anything },
    ),
    interactivity: object({ is_enabled: flag }, { request_url: url, message_menu_options_url: url }),
    org_deploy_enabled: flag,
    socket_mode_enabled: flag,
    token_rotation_enabled: flag,
    is_hosted: flag,
    is_mcp_enabled: flag,
    allowed_ip_address_ranges: anything,
    incoming_webhooks: anything,
    siws_links: anything,
    hermes_app_type: anything,
    function_runtime: anything,
  },
);

export const manifestRule: Rule = object(
  { display_information: information },
  {
    $schema: anything,
    _metadata: object(
      {},
      { schema_version: version, min_version: version, major_version: version, minor_version: version },
    ),
    features,
    oauth_config: oauth,
    settings,
    app_directory: anything,
    functions: anything,
    workflows: anything,
    datastores: anything,
    outgoing_domains: anything,
    types: anything,
    external_auth_providers: anything,
    mcp_servers: anything,
  },
);
