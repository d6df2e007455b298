import { build } from 'rolldown';

/**
 * Puts the built server into a few files, which `npm start` runs: finding and linking thousands of modules
 * was most of its start. They lie as deep below `dist` as what they are made of, so what the code looks for
 * beside itself is found from there as well.
 */
await build({
  input: {
    main: 'dist/src/main.js',
    // A program of its own, which the server starts by its path.
    'decoding-process': 'dist/src/domain/photos/decoding-process.js',
  },
  platform: 'node',
  external: [
    // Programs of one kind of machine are in them.
    'sharp',
    '@node-rs/argon2',
    'pg-native',
    // Large, and few starts need them.
    /^@aws-sdk\//,
    '@graphql-yoga/render-graphiql',
  ],
  output: {
    dir: 'dist/bundle/src',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // A record's table and a type of the contract are known by the names of their classes.
    keepNames: true,
    comments: false,
    // Node keeps a file that has anything else in it at two bytes a letter.
    charset: 'ascii',
  },
});
