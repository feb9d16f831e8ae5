import { MatchersV3 } from '@pact-foundation/pact';

const { eachLike, integer, like, regex, string, timestamp, uuid } = MatchersV3;

const time = timestamp("yyyy-MM-dd'T'HH:mm:ssXXX", '2026-11-20T10:00:00+00:00');

/** A link of a broker that believes to be somewhere else. */
const link = (path: string) => ({
  href: regex(
    `^https?:\\/\\/[^/]+.*${path
      .replace(/[^\w/{}-]/g, '.')
      .replace(/[{}]/g, '\\$&')}$`,
    `https://broker.example${path}`,
  ),
});

const deployedPath =
  '/environments/52093d45-16eb-439f-bba6-8c74a4bbde2e/deployed-versions/currently-deployed';
const supportedPath =
  '/environments/52093d45-16eb-439f-bba6-8c74a4bbde2e/released-versions/currently-supported';

export const paths = { deployed: deployedPath, supported: supportedPath };

const verdictTemplate =
  '/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}';

const onePage = {
  totalPages: integer(1),
  totalElements: integer(1),
};

/** What of each answer our client reads, and no more. */
export const expectedAnswers = {
  index: {
    _links: {
      self: { href: like('https://broker.example') },
      'pb:integrations': link('/integrations'),
      'pb:pacticipants': link('/pacticipants'),
      'pb:environments': link('/environments'),
      'pb:can-i-deploy-pacticipant-version-to-environment': {
        href: like(`https://broker.example${verdictTemplate}`),
      },
    },
  },
  integrations: {
    page: onePage,
    _embedded: {
      integrations: eachLike({
        consumer: { name: string('checkout web') },
        provider: { name: string('team/orders') },
      }),
    },
  },
  pacticipants: {
    page: onePage,
    _embedded: {
      pacticipants: eachLike({ name: string('checkout web') }),
    },
  },
  environments: {
    _embedded: {
      environments: eachLike({
        uuid: uuid('52093d45-16eb-439f-bba6-8c74a4bbde2e'),
        name: string('production'),
        displayName: string('Production'),
        production: like(true),
        _links: {
          'pb:currently-deployed-deployed-versions': link(deployedPath),
          'pb:currently-supported-released-versions': link(supportedPath),
        },
      }),
    },
  },
  deployed: {
    _embedded: {
      deployedVersions: eachLike({
        createdAt: time,
        _embedded: {
          pacticipant: { name: string('team/orders') },
          version: { number: string('10') },
        },
      }),
    },
  },
  supported: { _embedded: { releasedVersions: [] } },
  dashboard: {
    items: eachLike({
      consumer: {
        name: string('checkout web'),
        version: {
          ...{ number: string('1.0+7'), branch: string('main') },
          headBranchNames: eachLike('main'),
        },
      },
      provider: {
        name: string('team/orders'),
        version: { number: string('10') },
      },
      pact: { createdAt: time },
      latestVerificationResult: { success: like(true), verifiedAt: time },
      verificationStatus: regex(
        'success|failed|failed_pending|stale|never',
        'success',
      ),
    }),
  },
  verdict: {
    summary: { deployable: like(true) },
    matrix: eachLike({
      consumer: {
        name: string('checkout web'),
        version: { number: string('1.0+7') },
      },
      provider: {
        name: string('team/orders'),
        version: { number: string('10') },
      },
      verificationResult: { success: like(true), verifiedAt: time },
    }),
  },
  noSuchPacticipant: {
    errors: {
      pacticipant: eachLike('does not match an existing pacticipant'),
    },
  },
  pact: {
    consumer: { name: string('checkout web') },
    provider: { name: string('team/orders') },
    interactions: eachLike({
      description: string('a request'),
      request: {
        method: regex('get|GET', 'GET'),
        path: string('/things/1'),
      },
    }),
    _links: {
      'pb:pact-version': {
        name: regex('[0-9a-f]{40}', '643d5ab5626e6fce038d8ee7b6a4d1f8e331f48e'),
      },
    },
  },
  notThere: { error: string('The requested document was not found') },
};
