import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { STARTER_TABS } from './playground-tabs.js';

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Gives GraphiQL, out of the packages alone, to a browser that looks at the API's own address. */
export function playground({ playground: isOn }: Config): Hook {
  if (!isOn) return async () => undefined;
  let page: { html: string; policy: string } | undefined;
  return async ({ method, headers }, reply) => {
    // GraphiQL writes what is typed into its address, so a question in it asks nothing.
    if (method !== 'GET' || !headers.accept?.includes('text/html')) return undefined;
    page ??= await made();
    return reply
      .headers({
        'content-security-policy': page.policy,
        'cache-control': 'no-cache',
        vary: 'accept',
        'x-robots-tag': 'noindex',
      })
      .type('text/html; charset=utf-8')
      .send(page.html);
  };
}

async function made() {
  // Nine megabytes, which a start need not read.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'Jobglass GraphiQL',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    defaultTabs: STARTER_TABS,
    // Tokens stay in the tab, unless somebody ticks it.
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'headers',
    inputValueDeprecation: true,
  } as never);
  return { html, policy: policyOf(html) };
}

/** Its one script runs, which brings its own editor and that editor's workers; nothing comes from elsewhere. */
function policyOf(html: string): string {
  const script = html.slice(
    html.indexOf('<script>') + '<script>'.length,
    html.lastIndexOf('</script>'),
  );
  const digest = createHash('sha256').update(script).digest('base64');
  return [
    `default-src 'none'`,
    `script-src 'sha256-${digest}' blob:`,
    `worker-src blob:`,
    // The editor styles itself as it goes.
    `style-src 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
