module.exports = require('./config')(__dirname);
