import { globSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compressed } from './vite-compressed.ts';

const root = import.meta.dirname;

/** Each folder with an index.html is a page: /portal, /console. */
const pages = Object.fromEntries(
  globSync('*/index.html', { cwd: root }).map((file) => [dirname(file), resolve(root, file)]),
);

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
    // What a page does not need at once comes in chunks of its own; nothing may stand inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages },
  },
});

/** While developing, pages answer at the addresses that the server gives them. */
function pageAddresses(): Plugin {
  return {
    name: 'page-addresses',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const [path = ''] = (request.url ?? '').split('?');
        const page = Object.keys(pages).find(
          (name) => path === `/${name}` || (path.startsWith(`/${name}/`) && !path.includes('.')),
        );
        if (page) request.url = `/${page}/index.html`;
        next();
      });
    },
    // What a page needs lies beside it in its folder, which is not where its address is.
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) =>
        html.replace(/(src|href)="(\.\.?\/[^"]+)"/g, (_, attribute, file) => {
          return `${attribute}="${posix.resolve(path, '..', file)}"`;
        }),
    },
  };
}
