module.exports = {
  rules: {
    'clock-is-an-argument': require('./rules/clockIsAnArgument'),
    'directed-imports': require('./rules/directedImports'),
    'http-only-in-api': require('./rules/httpOnlyInApi'),
  },
};
