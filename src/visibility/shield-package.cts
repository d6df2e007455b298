import middleware = require('graphql-middleware');
import shield = require('graphql-shield');

// graphql-shield's ES module does not load on Node 23 and newer, so this one file is CommonJS; and graphql-middleware
// must come from the same place, or it does not recognise shield's generator.
export = { ...shield, ...middleware };
