import type { Pact, Verification } from '../model/Broker.ts';
import {
  iso,
  NOT_FOUND,
  pathOf,
  type Asked,
  type Link,
  type Reply,
} from './Asked.ts';
import { pacticipantPath, versionPath } from './pacticipants.ts';

const pairPath = ({ provider, consumer }: Pact) =>
  pathOf('pacts', 'provider', provider, 'consumer', consumer);

export const pactPath = (pact: Pact): string =>
  `${pairPath(pact)}${pathOf('version', pact.version)}`;

const contentPath = (pact: Pact) =>
  `${pairPath(pact)}${pathOf('pact-version', pact.sha)}`;

export const resultPath = (pact: Pact, { number }: Verification): string =>
  `${contentPath(pact)}/verification-results/${number}`;

/** By the version of its consumer, by the name of its content, or the newest. */
function pactAsked({ broker, params }: Asked): Pact | undefined {
  const { consumer, provider, version, sha } = params;
  return broker.pacts
    .filter(one => one.consumer === consumer && one.provider === provider)
    .filter(one => version === undefined || one.version === version)
    .filter(one => sha === undefined || one.sha === sha)
    .sort((a, b) => b.createdMs - a.createdMs)[0];
}

export function replyPact(asked: Asked): Reply {
  const { link } = asked;
  const pact = pactAsked(asked);
  if (!pact) return NOT_FOUND;
  const { consumer, provider, version, content, createdMs, sha } = pact;
  return {
    body: {
      ...{ consumer: { name: consumer }, provider: { name: provider } },
      ...{ ...content, createdAt: iso(createdMs) },
      _links: {
        self: selfOf(pact, link),
        'pb:consumer': nameLink(link, 'Consumer', consumer),
        'pb:consumer-version': link(versionPath(consumer, version), {
          ...{ title: 'Consumer version', name: version },
        }),
        'pb:provider': nameLink(link, 'Provider', provider),
        'pb:pact-version': link(contentPath(pact), {
          ...{ title: 'Pact content version permalink', name: sha },
        }),
        'pb:latest-pact-version': link(`${pairPath(pact)}/latest`, {
          title: 'Latest version of this pact',
        }),
        'pb:latest-verification-results': link(
          `${contentPath(pact)}/verification-results/latest`,
        ),
      },
    },
  };
}

const nameLink = (link: Link, title: string, name: string) =>
  link(pacticipantPath(name), { title, name });

const titleOf = ({ consumer, version, provider }: Pact) =>
  `Pact between ${consumer} (${version}) and ${provider}`;

const selfOf = (pact: Pact, link: Link) =>
  link(pactPath(pact), { title: 'Pact', name: titleOf(pact) });

export function replyLatestPacts({ broker, link }: Asked): Reply {
  const pacts = broker.pacts.map(pact => ({
    createdAt: iso(pact.createdMs),
    _embedded: {
      consumer: {
        name: pact.consumer,
        _embedded: { version: { number: pact.version } },
        _links: { self: link(pacticipantPath(pact.consumer)) },
      },
      provider: {
        name: pact.provider,
        _links: { self: link(pacticipantPath(pact.provider)) },
      },
    },
    _links: { self: [link(`${pairPath(pact)}/latest`), link(pactPath(pact))] },
  }));
  return { body: { pacts, _links: { self: link('/pacts/latest') } } };
}

/** The last result, or the one of a number; 404 says that nobody has checked. */
export function replyResult(asked: Asked): Reply {
  const pact = pactAsked(asked);
  const { number } = asked.params;
  const found = pact?.verifications
    .filter(one => number === undefined || String(one.number) === number)
    .at(-1);
  return pact && found
    ? { body: resultBody(pact, found, asked.link) }
    : NOT_FOUND;
}

function resultBody(pact: Pact, result: Verification, link: Link) {
  const { number, providerVersion, success, atMs, testResults } = result;
  return {
    ...{ providerName: pact.provider, success, testResults },
    providerApplicationVersion: providerVersion,
    verificationDate: iso(atMs),
    verifiedBy: { implementation: 'Pact-Rust', version: '1.2.3' },
    _links: {
      self: link(resultPath(pact, result), {
        title: 'Verification result',
        name: `Verification result ${number} for ${titleOf(pact)}`,
      }),
      'pb:pact-version': selfOf(pact, link),
    },
  };
}

/** All that is known of a consumer's version: a success, however much is unknown. */
export function replyResults({ broker, params, link }: Asked): Reply {
  const { consumer, version } = params;
  const own = broker.pacts.filter(
    one => one.consumer === consumer && one.version === version,
  );
  const last = own.map(pact => ({ pact, result: pact.verifications.at(-1) }));
  const providers = (success: boolean | undefined) =>
    last
      .filter(({ result }) => result?.success === success)
      .map(({ pact }) => pact.provider);
  const path = pathOf('verification-results', 'consumer', consumer);
  const failed = providers(false);
  return {
    body: {
      success: failed.length === 0,
      providerSummary: {
        ...{ successful: providers(true), failed },
        unknown: providers(undefined),
      },
      _embedded: {
        verificationResults: last.flatMap(({ pact, result }) =>
          result ? [resultBody(pact, result, link)] : [],
        ),
      },
      _links: {
        self: link(`${path}${pathOf('version', version)}/latest`, {
          title: `Latest verification results for consumer ${consumer} version ${version}`,
        }),
      },
    },
  };
}
