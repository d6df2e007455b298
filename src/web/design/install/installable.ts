const ICONS = [
  { file: new URL('./icons/icon-192.png', import.meta.url), sizes: '192x192', purpose: 'any' },
  { file: new URL('./icons/icon-512.png', import.meta.url), sizes: '512x512', purpose: 'any' },
  {
    file: new URL('./icons/icon-maskable-512.png', import.meta.url),
    sizes: '512x512',
    purpose: 'maskable',
  },
];

interface Installed {
  name: string;
  /** Address that the installed page opens. */
  startUrl: string;
  /** Addresses below which it stays the installed page. */
  scope: string;
}

/**
 * Makes the page installable under this name. The manifest is made in the browser, since the address of a client's page has the
 * link's token in its fragment, which must never reach a server: an installed page is a bookmark on the home screen.
 */
export function makeInstallable({ name, startUrl, scope }: Installed): () => void {
  const manifest = {
    name,
    short_name: name,
    start_url: startUrl,
    scope,
    display: 'standalone',
    theme_color: '#0f6b62',
    background_color: '#eef1f1',
    icons: ICONS.map(({ file, ...icon }) => ({ ...icon, src: file.href, type: 'image/png' })),
  };
  const type = 'application/manifest+json';
  const href = URL.createObjectURL(new Blob([JSON.stringify(manifest)], { type }));
  const link = Object.assign(document.createElement('link'), { rel: 'manifest', href });
  // iOS takes the name from here.
  const title = Object.assign(document.createElement('meta'), {
    name: 'apple-mobile-web-app-title',
    content: name,
  });
  document.head.append(link, title);
  return () => {
    link.remove();
    title.remove();
    URL.revokeObjectURL(href);
  };
}
