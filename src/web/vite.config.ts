import { globSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compressed } from './vite-compressed.ts';

const root = import.meta.dirname;

/** Entry points: each folder with an index.html is a page (/portal, /console). */
const pages = Object.fromEntries(
  globSync('*/index.html', { cwd: root }).map((file) => [dirname(file), resolve(root, file)]),
);

/** Pages of the console with addresses of their own, as in `server/http/web-pages.ts`. */
const CONSOLE_PAGES = ['/setup', '/start', '/invitation', '/forgot', '/reset', '/confirm-email'];

export default defineConfig({
  root,
  appType: 'mpa',
  cacheDir: resolve(root, '../../dist/vite'),
  plugins: [react(), pageAddresses(), compressed()],
  build: {
    outDir: resolve(root, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // The content security policy forbids inline assets.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages },
  },
});

/** Serves pages in development at the same URLs as in production. */
function pageAddresses(): Plugin {
  return {
    name: 'page-addresses',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const [path = ''] = (request.url ?? '').split('?');
        const page = CONSOLE_PAGES.includes(path)
          ? 'console'
          : Object.keys(pages).find(
              (name) =>
                path === `/${name}` || (path.startsWith(`/${name}/`) && !path.includes('.')),
            );
        if (page) request.url = `/${page}/index.html`;
        next();
      });
    },
    // Relative URLs are resolved against the folder of the page: its own URL has no trailing slash.
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) =>
        html.replace(/(src|href)="(\.\.?\/[^"]+)"/g, (_, attribute, file) => {
          return `${attribute}="${posix.resolve(path, '..', file)}"`;
        }),
    },
  };
}
