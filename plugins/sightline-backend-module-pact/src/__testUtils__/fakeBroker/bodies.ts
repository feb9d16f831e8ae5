import { createHash } from 'node:crypto';
import { BrokerModel, ModelPact } from './BrokerModel';

/** Where the broker believes to be: it writes its links with it. */
export type Links = (path: string) => { href: string };

const part = encodeURIComponent;
const versionPath = (pacticipant: string, version: string) =>
  `/pacticipants/${part(pacticipant)}/versions/${part(version)}`;

export const pactPath = ({ provider, consumer, version }: ModelPact) =>
  `/pacts/provider/${part(provider)}/consumer/${part(consumer)}/version/${part(
    version,
  )}`;

const relations: Record<string, string> = {
  'pb:pacticipants': '/pacticipants',
  'pb:pacticipant': '/pacticipants/{pacticipant}',
  'pb:integrations': '/integrations',
  'pb:webhooks': '/webhooks',
  'pb:environments': '/environments',
  'pb:can-i-deploy-pacticipant-version-to-environment':
    '/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}',
};

export const indexBody = (link: Links, without: readonly string[]) => ({
  _links: Object.fromEntries([
    ['self', { ...link(''), title: 'Index', templated: false }],
    ...Object.entries(relations)
      .filter(([relation]) => !without.includes(relation))
      .map(([relation, path]) => [
        relation,
        { ...link(path), templated: path.includes('{') },
      ]),
  ]),
});

export const integrationBody = (
  { consumer, provider }: BrokerModel['integrations'][number],
  link: Links,
) => ({
  consumer: { name: consumer },
  provider: { name: provider },
  _links: {
    'pb:dashboard': link(
      `/dashboard/provider/${part(provider)}/consumer/${part(consumer)}`,
    ),
    'pb:matrix': link(
      `/matrix/provider/${part(provider)}/consumer/${part(consumer)}`,
    ),
  },
});

/** A real one is larger: it holds every link there is. */
export const pacticipantBody = (
  { name, ...rest }: BrokerModel['pacticipants'][number],
  link: Links,
) => ({
  ...{ name, displayName: name, ...rest },
  _embedded: { labels: [], latestVersion: { number: '1' } },
  _links: {
    self: link(`/pacticipants/${part(name)}`),
    ...Object.fromEntries(
      ['versions', 'labels', 'branches', 'webhooks', 'latest-version'].map(
        word => [`pb:${word}`, link(`/pacticipants/${part(name)}/${word}`)],
      ),
    ),
  },
});

export const environmentBody = (
  environment: BrokerModel['environments'][number],
  link: Links,
) => {
  const uuid = uuidOf(environment.name);
  return {
    ...{ uuid, ...environment },
    _links: {
      self: link(`/environments/${uuid}`),
      'pb:currently-deployed-deployed-versions': link(
        `/environments/${uuid}/deployed-versions/currently-deployed`,
      ),
      'pb:currently-supported-released-versions': link(
        `/environments/${uuid}/released-versions/currently-supported`,
      ),
    },
  };
};

export const uuidOf = (name: string) =>
  createHash('sha1').update(name).digest('hex').slice(0, 32);

export const presenceBody = (
  present: BrokerModel['present'][number],
  link: Links,
) => ({
  uuid: uuidOf(JSON.stringify(present)),
  currentlyDeployed: true,
  ...(present.instance && {
    ...{ target: present.instance, applicationInstance: present.instance },
  }),
  createdAt: present.createdAt,
  _embedded: {
    pacticipant: { name: present.pacticipant },
    version: {
      number: present.version,
      _links: { self: link(versionPath(present.pacticipant, present.version)) },
    },
  },
});

export const dashboardItem = (pact: ModelPact, link: Links) => {
  const last = pact.verifications?.at(-1);
  const branches = (branch?: string) => ({
    ...{ branch: branch ?? null, headBranchNames: branch ? [branch] : [] },
  });
  const success = last?.success ? 'success' : 'failed';
  return {
    consumer: {
      name: pact.consumer,
      version: {
        ...{ number: pact.version, ...branches(pact.branch) },
        _links: { self: link(versionPath(pact.consumer, pact.version)) },
      },
      _links: { self: link(`/pacticipants/${part(pact.consumer)}`) },
    },
    provider: {
      name: pact.provider,
      version: last
        ? { number: last.providerVersion, ...branches(last.branch) }
        : null,
      _links: { self: link(`/pacticipants/${part(pact.provider)}`) },
    },
    pact: { createdAt: pact.createdAt, _links: { self: link(pactPath(pact)) } },
    pactTags: [],
    latestVerificationResult: last
      ? { success: last.success, verifiedAt: last.at }
      : null,
    latestVerificationResultTags: [],
    verificationStatus: pact.status ?? (last ? success : 'never'),
    // Always so over HTTP, whatever there is.
    ...{ webhookStatus: 'none', latestWebhookExecution: null },
    _links: { 'pb:webhook-status': link(`${pactPath(pact)}/webhooks/status`) },
  };
};

const oneInteraction = {
  interactions: [
    {
      ...{
        description: 'a request',
        response: { status: 200, body: { id: 1 } },
      },
      request: { method: 'get', path: '/things/1?all=true' },
    },
  ],
};

export const pactBody = (pact: ModelPact, link: Links) => {
  const content = pact.content ?? oneInteraction;
  const sha = createHash('sha1').update(JSON.stringify(content)).digest('hex');
  return {
    ...{ consumer: { name: pact.consumer }, provider: { name: pact.provider } },
    ...content,
    createdAt: pact.createdAt,
    _links: {
      self: link(pactPath(pact)),
      'pb:pact-version': { name: sha, ...link(`/pact-version/${sha}`) },
    },
  };
};
