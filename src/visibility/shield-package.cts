import shield = require('graphql-shield');

// CommonJS because the ES module of graphql-shield does not load on Node 23 and newer.
export = shield;
