const BARE_NAMES = { app: 'packages/app', backend: 'packages/backend' };
const NODE = 'plugins/sightline-node';
const COMMON = 'plugins/sightline-common';

/**
 * What a workspace may see of our own workspaces; the first line that matches
 * counts. Where nothing matches (app, backend, bench, e2e) everything is open.
 */
const SIGHT = [
  {
    who: /^plugins\/sightline-common$/,
    sees: [],
    instead: 'it is what the others stand on: move the shared part in here',
  },
  {
    who: /^plugins\/sightline-node$/,
    sees: [COMMON],
    instead: 'a source author must not need more than contracts and models',
  },
  {
    who: /^plugins\/.+-module-.+$/,
    sees: [NODE, COMMON],
    instead:
      'a module talks to the features through the extension points of sightline-node',
  },
  {
    who: /^plugins\/sightline-backend$/,
    sees: [NODE, COMMON],
    instead:
      'sources reach the backend through the extension points of sightline-node',
  },
  {
    who: /^plugins\/sightline$/,
    sees: [COMMON],
    instead: 'the portal asks the backend over HTTP, in src/api',
  },
  {
    who: /^plugins\//,
    sees: [NODE, COMMON],
    instead: 'plugins share through sightline-common and sightline-node',
  },
  {
    who: /^examples\/town$/,
    sees: [],
    instead:
      'the town is the outside world: it speaks OTLP, Prometheus, Kubernetes and Pact, and knows nothing of the plugins',
  },
];

/** '@sightline/backstage-plugin-sightline-node' → 'plugins/sightline-node'. */
function workspaceOf(name) {
  if (Object.hasOwn(BARE_NAMES, name)) {
    return BARE_NAMES[name];
  }
  const [, plugin] = name.match(/^@sightline\/backstage-plugin-(.+)$/) ?? [];
  if (plugin) {
    return `plugins/${plugin}`;
  }
  return name.startsWith('@sightline/') ? name : undefined;
}

/** @type {import('.').Boundary} */
module.exports = (from, to) => {
  const sight = SIGHT.find(({ who }) => who.test(from.workspace));
  if (!sight) {
    return undefined;
  }
  if (to.outside && !to.specifier.endsWith('package.json')) {
    return `'${to.specifier}' leaves ${from.workspace}: ${sight.instead}.`;
  }
  const target = to.package && workspaceOf(to.package);
  if (!target || target === from.workspace || sight.sees.includes(target)) {
    return undefined;
  }
  const seen = sight.sees.join(' and ') || 'none of our packages';
  return `${from.workspace} sees ${seen}, not '${to.package}': ${sight.instead}.`;
};
