import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Lays each text file that the build makes beside itself compressed, so the server need not do it again and again. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const made of Object.values(bundle)) {
          const source = made.type === 'chunk' ? made.code : made.source;
          if (!/\.(js|css|svg)$/.test(made.fileName)) continue;
          this.emitFile({
            type: 'asset',
            fileName: `${made.fileName}.br`,
            source: brotliCompressSync(source),
          });
          this.emitFile({
            type: 'asset',
            fileName: `${made.fileName}.gz`,
            source: gzipSync(source),
          });
        }
      },
    },
  };
}
