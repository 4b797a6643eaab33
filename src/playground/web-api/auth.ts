import { APP_USER, HOME } from '../world/cast.ts';
import { done, type Method, refuse } from './answer.ts';

/** Who the token is of, the workspace, and the app's own bot. */
export const AUTH: Record<string, Method> = {
  'auth.test': ({ app, url }) =>
    done({
      ...{ url: `${url}/`, team: HOME.name, user: app.name.toLowerCase(), team_id: HOME.id, user_id: APP_USER },
      ...{ bot_id: app.botId, is_enterprise_install: false },
    }),

  'api.test': (_world, { raw }) => (raw.error ? { ...refuse(String(raw.error)), args: raw } : done({ args: raw })),

  'team.info': () =>
    done({ team: { ...HOME, email_domain: 'harvest.example', icon: { image_default: true }, avatar_base_url: '' } }),

  'bots.info': (world, args) => {
    const { app } = world;
    if (args.text('bot') && args.text('bot') !== app.botId) return refuse('bot_not_found');
    const bot = {
      id: app.botId,
      deleted: false,
      name: app.name,
      updated: world.born,
      app_id: app.id,
      user_id: app.userId,
    };
    return done({ bot: { ...bot, icons: {} } });
  },
};
