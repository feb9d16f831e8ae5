import { resources } from './resources.ts';

const groupVersions = [
  ...new Set(resources.map(({ groupVersion }) => groupVersion)),
];

const version = {
  ...{ major: '1', minor: '33', gitVersion: 'v1.33.4+harbour' },
  ...{ gitCommit: '', gitTreeState: 'clean', buildDate: '' },
  ...{ goVersion: '', compiler: 'gc', platform: 'linux/amd64' },
};

/** What the server says about itself; `undefined` where it is asked for something else. */
export function discover(path: string): object | string | undefined {
  if (/^\/(healthz|livez|readyz)$/.test(path)) return 'ok';
  if (path === '/version') return version;
  if (path === '/api') {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }
  if (path === '/apis') {
    return {
      ...{ kind: 'APIGroupList', apiVersion: 'v1' },
      groups: groupVersions.filter(one => one !== 'v1').map(groupOf),
    };
  }
  const [, groupVersion] = /^\/apis?\/(.+)$/.exec(path) ?? [];
  const isCore = path.startsWith('/api/') === (groupVersion === 'v1');
  if (isCore && groupVersions.includes(groupVersion)) {
    return resourcesOf(groupVersion);
  }
  const found = groupVersions.find(one => one.startsWith(`${groupVersion}/`));
  return found && { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(found) };
}

function groupOf(groupVersion: string) {
  const [name, theVersion] = groupVersion.split('/');
  const preferredVersion = { groupVersion, version: theVersion };
  return { name, versions: [preferredVersion], preferredVersion };
}

const resourcesOf = (groupVersion: string) => ({
  ...{ kind: 'APIResourceList', apiVersion: 'v1', groupVersion },
  resources: resources
    .filter(one => one.groupVersion === groupVersion)
    .map(({ name, kind, namespaced, shortNames }) => ({
      ...{ name, kind, namespaced, singularName: kind.toLowerCase() },
      verbs: ['get', 'list', 'watch'],
      ...(shortNames.length > 0 && { shortNames }),
    })),
});
