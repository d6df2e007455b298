import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../config/config.js';
import { DEMO_SESSIONS } from './demo-sessions.js';
import { starterTabs } from './playground-tabs.js';

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Hook that serves GraphiQL, from installed packages only, to browsers that open `/graphql`. */
export function playground({ playground: isOn, seedDemo }: Config): Hook {
  if (!isOn) return async () => undefined;
  let page: { html: string; policy: string } | undefined;
  return async ({ method, headers }, reply) => {
    // GraphiQL keeps the query in its own address, so a query string does not mean that it should run.
    if (method !== 'GET' || !headers.accept?.includes('text/html')) return undefined;
    page ??= await renderPage(seedDemo);
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

async function renderPage(hasDemo: boolean) {
  // Nine megabytes: loaded at first use.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'Jobglass GraphiQL',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    defaultTabs: starterTabs(hasDemo),
    // Tokens are stored in the browser only if the person chooses so.
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: hasDemo ? 'variables' : 'headers',
    inputValueDeprecation: true,
  } as never);
  const scripts = [scriptIn(html), ...(hasDemo ? [DEMO_SESSIONS] : [])];
  return {
    html: hasDemo ? html.replace('<body', () => `<script>${DEMO_SESSIONS}</script><body`) : html,
    policy: policyOf(scripts),
  };
}

/** Returns the page's one script. */
function scriptIn(html: string): string {
  return html.slice(html.indexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
}

/** Content security policy that allows these scripts of the page and its editor's workers, nothing from elsewhere. */
function policyOf(scripts: string[]): string {
  const digests = scripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    `default-src 'none'`,
    `script-src ${digests.join(' ')} blob:`,
    `worker-src blob:`,
    // The editor adds styles at run time.
    `style-src 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
