import type { MiddlewareHandler } from 'hono';

/** The names under which a browser of this computer may reach us. */
export const ownHosts = (port: number): Set<string> => new Set([`127.0.0.1:${port}`, `localhost:${port}`]);

/**
 * Whether a request was meant for this server. A page from elsewhere must not reach it through the person's browser: not by a
 * name that it has pointed at this computer, and not by a form or a script.
 */
export function isOurs(host: string | null | undefined, origin: string | null | undefined, port: number): boolean {
  const hosts = ownHosts(port);
  if (!host || !hosts.has(host.toLowerCase())) return false;
  return !origin || [...hosts].some((own) => origin.toLowerCase() === `http://${own}`);
}

export const guard =
  (port: () => number): MiddlewareHandler =>
  async (context, next) => {
    const { req } = context;
    if (!isOurs(req.header('host'), req.header('origin'), port())) return context.text('This is not for you.', 403);
    if (req.header('sec-fetch-site') === 'cross-site') return context.text('This is not for you.', 403);
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('x-frame-options', 'DENY');
    context.header('referrer-policy', 'no-referrer');
  };
