export const usage = `Sightline

  npm start                        install, build and start the portal
  npm start -- --port 7010         ... on another port (or SIGHTLINE_PORT=7010; default 7007)
  npm start -- --verbose           ... and show all that the backend logs
  npm start -- --no-town           ... without the traffic of Harbour, the example town
  npm start -- --incident ID       ... and a minute later something goes wrong there
  npm run town -- --incident ID    the same now, in the town that lives beside the portal
  npm run town -- --help           what can go wrong, and how to send traffic elsewhere

  npm test                         types, lint, formatting, guard rails, tests, browser tests
  npm test -- --only types,lint    only these steps: types, lint, format, guards, unit, browser
  npm test -- unit plugins/x       only the tests whose path contains plugins/x

  yarn check                       types, lint, formatting and guard rails
  npm run bench                    the names of the benchmarks
  npm run bench -- NAME [--full]   one of them

What the portal stores is in .local/data (or SIGHTLINE_DATA); logs are in .local/logs.
`;
