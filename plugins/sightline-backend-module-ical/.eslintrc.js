module.exports = require('@sightline/eslint-plugin-house/config')(__dirname);
