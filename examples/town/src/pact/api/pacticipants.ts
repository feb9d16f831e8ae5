import { BRANCH } from '../matrix/Side.ts';
import type { Pacticipant, Version } from '../model/Broker.ts';
import { iso, NOT_FOUND, pathOf, type Asked, type Reply } from './Asked.ts';
import { replyList } from './pages.ts';

const SEARCHED = 'q';

/** Whether one of the names holds what was searched for. */
const fits = ({ query }: Asked, ...names: string[]): boolean => {
  const searched = (query.get(SEARCHED) ?? '').toLowerCase();
  return names.some(name => name.toLowerCase().includes(searched));
};

export const pacticipantPath = (name: string) => pathOf('pacticipants', name);

export const versionPath = (name: string, number: string) =>
  pathOf('pacticipants', name, 'versions', number);

const newestOf = ({ broker }: Asked, name: string): Version[] =>
  broker.versions
    .filter(({ pacticipant }) => pacticipant === name)
    .sort((a, b) => b.createdMs - a.createdMs);

export function branchVersionsOf(asked: Asked, name: string, number: string) {
  const [latest] = newestOf(asked, name);
  return [{ name: BRANCH, latest: latest.number === number }];
}

export function replyPacticipants(asked: Asked): Reply {
  const items = asked.broker.pacticipants
    .filter(({ name }) => fits(asked, name))
    .map(one => pacticipantBody(asked, one));
  return replyList(asked, {
    ...{ path: '/pacticipants', items },
    // Old clients look for them beside, newer ones within.
    body: pacticipants => ({ _embedded: { pacticipants }, pacticipants }),
  });
}

export function replyPacticipant(asked: Asked): Reply {
  const { name } = asked.params;
  const found = asked.broker.pacticipants.find(one => one.name === name);
  if (found) return { body: pacticipantBody(asked, found) };
  return {
    status: 404,
    body: { error: `No pacticipant with name '${name}' found` },
  };
}

function pacticipantBody(asked: Asked, { name, createdMs }: Pacticipant) {
  const { link } = asked;
  const path = pacticipantPath(name);
  const [latest] = newestOf(asked, name);
  return {
    ...{ name, displayName: name, mainBranch: BRANCH },
    ...{ updatedAt: iso(createdMs), createdAt: iso(createdMs) },
    _embedded: {
      ...(latest && {
        latestVersion: {
          number: latest.number,
          _links: {
            self: link(versionPath(name, latest.number), {
              ...{ title: 'Version', name: latest.number },
            }),
          },
        },
      }),
      labels: [],
    },
    _links: {
      self: link(path),
      'pb:versions': link(`${path}/versions`),
      'pb:version': link(`${path}/versions/{version}`, {
        ...{ title: 'Get a pacticipant version', templated: true },
      }),
    },
  };
}

export function replyVersions(asked: Asked): Reply {
  const { name } = asked.params;
  const items = newestOf(asked, name).map(one => versionBody(asked, one));
  return replyList(asked, {
    ...{ path: `${pacticipantPath(name)}/versions`, items },
    body: versions => ({ _embedded: { versions } }),
  });
}

export function replyVersion(asked: Asked): Reply {
  const { name, version } = asked.params;
  const found = newestOf(asked, name).find(({ number }) => number === version);
  return found ? { body: versionBody(asked, found) } : NOT_FOUND;
}

function versionBody(asked: Asked, version: Version) {
  const { link, broker } = asked;
  const { pacticipant, number, createdMs } = version;
  const own = broker.deployed.filter(
    one => one.pacticipant === pacticipant && one.version === number,
  );
  return {
    ...{ number, updatedAt: iso(createdMs), createdAt: iso(createdMs) },
    _embedded: {
      branchVersions: branchVersionsOf(asked, pacticipant, number),
      tags: [],
    },
    _links: {
      self: link(versionPath(pacticipant, number), {
        ...{ title: 'Version', name: number },
      }),
      'pb:pacticipant': link(pacticipantPath(pacticipant), {
        ...{ title: 'Pacticipant', name: pacticipant },
      }),
      'pb:deployed-environments': own.map(({ uuid, environment }) => {
        const name = broker.environments.find(
          one => one.name === environment,
        )?.displayName;
        const title = `Version deployed to ${name}`;
        return {
          ...link(`/deployed-versions/${uuid}`, { title, name }),
          currently_deployed: true,
        };
      }),
      'pb:released-environments': [],
    },
  };
}

export function replyIntegrations(asked: Asked): Reply {
  const { broker, link } = asked;
  const pairs = new Map(
    broker.pacts.map(({ consumer, provider }) => [
      pathOf('provider', provider, 'consumer', consumer),
      { consumer, provider },
    ]),
  );
  const items = [...pairs]
    .filter(([, { consumer, provider }]) => fits(asked, consumer, provider))
    .map(([path, { consumer, provider }]) => ({
      ...{ consumer: { name: consumer }, provider: { name: provider } },
      _links: {
        'pb:dashboard': link(`/dashboard${path}`, {
          title: 'BETA: Pacts to show on the dashboard',
        }),
        // This one it writes without its host.
        'pb:matrix': {
          title: `Matrix of pacts/verification results for ${consumer} and ${provider}`,
          href: `/matrix${path}`,
        },
        'pb:group': link(pacticipantPath(consumer)),
      },
    }));
  return replyList(asked, {
    ...{ path: '/integrations', items },
    body: integrations => ({ _embedded: { integrations } }),
  });
}
