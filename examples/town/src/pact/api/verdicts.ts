import { askMatrix, type MatrixAnswer } from '../matrix/askMatrix.ts';
import { readSelectors } from '../matrix/readSelectors.ts';
import { BRANCH } from '../matrix/Side.ts';
import type { Row } from '../matrix/rows.ts';
import type { Broker } from '../model/Broker.ts';
import { iso, refuse, type Asked, type Link, type Reply } from './Asked.ts';
import { environmentBody } from './environments.ts';
import {
  branchVersionsOf,
  pacticipantPath,
  versionPath,
} from './pacticipants.ts';
import { pactPath, resultPath } from './pacts.ts';

const knows = ({ pacticipants }: Broker, name: string) =>
  pacticipants.some(one => one.name === name);

const hasEnvironment = ({ environments }: Broker, name: string) =>
  environments.some(one => one.name === name);

/** May this version go there? */
export function replyCanIDeploy(asked: Asked): Reply {
  const { broker, query } = asked;
  const [pacticipant, version] = ['pacticipant', 'version'].map(
    name => query.get(name) ?? '',
  );
  const environment = query.get('environment');
  const tag = query.get('to');
  if (!knows(broker, pacticipant)) {
    const words = 'does not match an existing pacticipant';
    return refuse({ pacticipant: [words] });
  }
  if (!version) return refuse({ version: ["can't be blank"] });
  if (!environment && !tag) {
    return refuse({
      '': ["Must specify either an environment or a 'to' tag."],
    });
  }
  if (environment && !hasEnvironment(broker, environment)) {
    const words = `environment with name '${environment}' does not exist`;
    return refuse({ environment: [words] });
  }
  const answer = askMatrix(broker, {
    selectors: [{ pacticipant, version }],
    others: environment ? { environment } : { tag: tag! },
    latestBy: environment ? 'cvpv' : 'cvp',
    ignored: readSelectors(query, 'ignore'),
  });
  return { body: bodyOf(asked, answer) };
}

/** Without a limit it takes a hundred rows, and says nothing of the others. */
const LIMIT = 100;

export function replyMatrix(asked: Asked): Reply {
  const { broker, query, params } = asked;
  const { consumer, provider } = params;
  const selectors =
    consumer !== undefined
      ? [{ pacticipant: consumer }, { pacticipant: provider }]
      : readSelectors(query, 'q');
  const wrong = complaintAbout(asked, selectors);
  if (wrong) return refuse([wrong]);
  const [environment, tag, results] = [
    ...[query.get('environment'), query.get('tag')],
    query.getAll('success[]'),
  ] as const;
  const answer = askMatrix(broker, {
    selectors,
    others: {
      ...(environment !== null && { environment }),
      ...(tag !== null && { tag }),
      ...(query.get('latest') === 'true' && { latest: true }),
      ...(query.get('mainBranch') === 'true' && { mainBranch: true }),
    },
    latestBy:
      consumer === undefined ? query.get('latestby') ?? undefined : 'cvpv',
    limit: Number(query.get('limit')) || LIMIT,
    ignored: readSelectors(query, 'ignore'),
    ...(results.length > 0 && { success: results.map(resultIn) }),
  });
  return { body: bodyOf(asked, answer) };
}

const resultIn = (text: string) =>
  text === 'true' || text === 'false' ? text === 'true' : undefined;

function complaintAbout(
  { broker, query }: Asked,
  selectors: readonly { pacticipant: string }[],
): string | undefined {
  if (selectors.length === 0) {
    return 'Please provide 1 or more version selectors.';
  }
  const unknown = selectors.find(one => !knows(broker, one.pacticipant));
  if (unknown) return `Pacticipant ${unknown.pacticipant} not found`;
  const environment = query.get('environment');
  return environment === null || hasEnvironment(broker, environment)
    ? undefined
    : `Environment with name '${environment}' does not exist`;
}

const bodyOf = (asked: Asked, { summary, notices, rows }: MatrixAnswer) => ({
  ...{ summary, notices },
  matrix: rows.map(row => rowBody(asked, row)),
});

function rowBody(asked: Asked, { pact, verification, ignored }: Row) {
  const { link } = asked;
  return {
    consumer: sideBody(asked, pact.consumer, pact.version),
    provider: sideBody(asked, pact.provider, verification?.providerVersion),
    pact: {
      createdAt: iso(pact.createdMs),
      _links: { self: link(pactPath(pact)) },
    },
    verificationResult: verification
      ? {
          success: verification.success,
          verifiedAt: iso(verification.atMs),
          _links: { self: link(resultPath(pact, verification)) },
        }
      : null,
    ...(ignored && { ignored }),
  };
}

const sideBody = (asked: Asked, name: string, number: string | undefined) => ({
  name,
  version:
    number === undefined
      ? null
      : {
          ...{ number, branch: BRANCH },
          branchVersions: branchVersionsOf(asked, name, number),
          environments: environmentsOf(asked, name, number),
          _links: { self: asked.link(versionPath(name, number)) },
          tags: [],
        },
  _links: { self: asked.link(pacticipantPath(name)) },
});

const environmentsOf = (
  { broker, link }: { broker: Broker; link: Link },
  name: string,
  number: string,
) =>
  broker.environments
    .filter(environment =>
      broker.deployed.some(
        one =>
          one.environment === environment.name &&
          one.pacticipant === name &&
          one.version === number,
      ),
    )
    .map(environment => environmentBody(environment, link));
