import shield = require('graphql-shield');

// graphql-shield's ES module does not load on Node 23 and newer, so this one file is CommonJS.
export = shield;
