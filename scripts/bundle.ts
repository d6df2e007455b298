import { build } from 'rolldown';

/** Bundles the built server into a few files for `npm start`: resolving thousands of modules took most of the start-up. */
await build({
  input: {
    main: 'dist/src/main.js',
    // Commands of an installation, which has this folder only.
    business: 'dist/scripts/business/index.js',
    database: 'dist/scripts/database.js',
    // A separate program, which the server starts by its path.
    'decoding-process': 'dist/src/domain/photos/decoding/decoding-process.js',
    // A thread, which the server starts by its path.
    'typesetting-worker': 'dist/src/documents/typesetting-worker.js',
  },
  platform: 'node',
  external: [
    // These contain native binaries.
    'sharp',
    '@node-rs/argon2',
    'pg-native',
    // Large and rarely needed.
    /^@aws-sdk\//,
    '@graphql-yoga/render-graphiql',
    // Loaded in a thread only.
    'pdfkit',
    'fontkit',
    'linebreak',
    'bidi-js',
  ],
  output: {
    dir: 'dist/bundle/src',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // Table names and GraphQL type names are derived from class names.
    keepNames: true,
    comments: false,
    // Node stores a source with any other character at two bytes a character.
    charset: 'ascii',
  },
});
