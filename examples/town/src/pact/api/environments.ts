import type { Deployed, Environment } from '../model/Broker.ts';
import { iso, NOT_FOUND, type Asked, type Link, type Reply } from './Asked.ts';
import { pacticipantPath, versionPath } from './pacticipants.ts';

const pathOf = ({ uuid }: { uuid: string }) => `/environments/${uuid}`;

export function replyEnvironments(asked: Asked): Reply {
  const { broker, query, link } = asked;
  const name = query.get('name');
  const environments = broker.environments
    .filter(one => name === null || one.name === name)
    .map(one => environmentBody(one, link));
  const self = link('/environments', { title: 'Environments' });
  return { body: { _embedded: { environments }, _links: { self } } };
}

export function replyEnvironment(asked: Asked): Reply {
  const found = environmentOf(asked);
  return found ? { body: environmentBody(found, asked.link) } : NOT_FOUND;
}

const environmentOf = ({ broker, params }: Asked) =>
  broker.environments.find(({ uuid }) => uuid === params.uuid);

export function environmentBody(environment: Environment, link: Link) {
  const { createdMs, ...rest } = environment;
  const { name, displayName } = rest;
  const path = pathOf(environment);
  return {
    ...{ ...rest, createdAt: iso(createdMs) },
    _links: {
      self: link(path, { title: 'Environment', name }),
      'pb:currently-deployed-deployed-versions': link(
        `${path}/deployed-versions/currently-deployed`,
        { title: `Versions currently deployed to ${displayName} environment` },
      ),
      'pb:currently-supported-released-versions': link(
        `${path}/released-versions/currently-supported`,
        {
          title: `Versions released and supported in ${displayName} environment`,
        },
      ),
      'pb:environments': link('/environments', { title: 'Environments' }),
    },
  };
}

export function replyDeployed(asked: Asked): Reply {
  const { broker, query, link } = asked;
  const environment = environmentOf(asked);
  if (!environment) return NOT_FOUND;
  const pacticipant = query.get('pacticipant');
  const instance = query.get('applicationInstance') ?? query.get('target');
  const deployedVersions = broker.deployed
    .filter(one => one.environment === environment.name)
    .filter(one => pacticipant === null || one.pacticipant === pacticipant)
    .filter(one => instance === null || one.instance === instance)
    .sort((a, b) => b.createdMs - a.createdMs)
    .map(one => deployedBody(one, link));
  const path = `${pathOf(environment)}/deployed-versions/currently-deployed`;
  const title = `Currently deployed versions for ${environment.displayName}`;
  return {
    body: {
      _embedded: { deployedVersions },
      _links: { self: link(path, { title }) },
    },
  };
}

function deployedBody(deployed: Deployed, link: Link) {
  const { uuid, pacticipant, version, instance, createdMs } = deployed;
  return {
    ...{ uuid, currentlyDeployed: true },
    ...(instance !== null && {
      ...{ target: instance, applicationInstance: instance },
    }),
    createdAt: iso(createdMs),
    _embedded: {
      pacticipant: {
        name: pacticipant,
        _links: { self: link(pacticipantPath(pacticipant)) },
      },
      version: {
        number: version,
        _links: {
          self: link(versionPath(pacticipant, version), {
            ...{ title: 'Version', name: version },
          }),
        },
      },
    },
    _links: { self: link(`/deployed-versions/${uuid}`) },
  };
}

/** Nothing of Harbour's is given to others to run. */
export function replyReleased(asked: Asked): Reply {
  const environment = environmentOf(asked);
  if (!environment) return NOT_FOUND;
  const path = `${pathOf(environment)}/released-versions/currently-supported`;
  const title = `Currently supported versions in ${environment.displayName}`;
  const self = asked.link(path, { title });
  return { body: { _embedded: { releasedVersions: [] }, _links: { self } } };
}
