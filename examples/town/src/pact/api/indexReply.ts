import type { Asked, Reply } from './Asked.ts';

const PAIR = '/pacts/provider/{provider}/consumer/{consumer}';
const VERDICT = '/can-i-deploy?pacticipant={pacticipant}&version={version}';

const relations: Record<string, [path: string, title: string]> = {
  'pb:latest-pact-versions': ['/pacts/latest', 'Latest pact versions'],
  'pb:publish-pact': [
    `${PAIR}/version/{consumerApplicationVersion}`,
    'Publish a pact',
  ],
  'pb:pacticipants': ['/pacticipants', 'Pacticipants'],
  'pb:pacticipant': [
    '/pacticipants/{pacticipant}',
    'Fetch pacticipant by name',
  ],
  'pb:pacticipant-version': [
    '/pacticipants/{pacticipant}/versions/{version}',
    'Get, create or delete a pacticipant version',
  ],
  'pb:integrations': ['/integrations', 'Integrations'],
  'pb:can-i-deploy-pacticipant-version-to-tag': [
    `${VERDICT}&to={tag}`,
    'Determine if an application version can be safely deployed to an environment identified by the given tag',
  ],
  'pb:can-i-deploy-pacticipant-version-to-environment': [
    `${VERDICT}&environment={environment}`,
    'Determine if an application version can be safely deployed to an environment',
  ],
  'pb:environments': ['/environments', 'Environments'],
  'pb:environment': ['/environments/{uuid}', 'Environment'],
};

/** What the broker can do, each by the name of its relation. */
export const replyIndex = ({ link }: Asked): Reply => ({
  body: {
    _links: {
      self: link('', { title: 'Index', templated: false }),
      ...Object.fromEntries(
        Object.entries(relations).map(([relation, [path, title]]) => [
          relation,
          link(path, { title, templated: path.includes('{') }),
        ]),
      ),
      curies: [
        {
          name: 'pb',
          ...link('/doc/{rel}?context=index', { templated: true }),
        },
      ],
    },
  },
});

export const replyHeartbeat = ({ link }: Asked): Reply => ({
  body: {
    ok: true,
    _links: { self: link('/diagnostic/status/heartbeat') },
  },
});
