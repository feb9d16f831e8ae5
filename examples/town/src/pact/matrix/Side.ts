import type { Broker } from '../model/Broker.ts';

/** Which versions of somebody are looked at. */
export type Side = {
  pacticipant: string;
  /** undefined: all of them */
  versions?: readonly string[];
  /** asked for by name, or found beside somebody who was */
  isNamed: boolean;
  /** for reasons: `version 11 of orders-api`; of one that is known, with its number */
  words(version?: string): string;
};

/** Who is asked about. */
export type Selector = {
  pacticipant: string;
  version?: string;
  branch?: string;
  latest?: boolean;
  tag?: string;
  environment?: string;
};

/** Where the others are to be, for whom nobody asked. */
export type Elsewhere = Pick<Selector, 'environment' | 'tag' | 'latest'> & {
  mainBranch?: boolean;
};

/** All that Harbour builds is built from there. */
export const BRANCH = 'main';

/** Newest first. */
const versionsOf = ({ versions }: Broker, pacticipant: string): string[] =>
  versions
    .filter(one => one.pacticipant === pacticipant)
    .sort((a, b) => b.createdMs - a.createdMs)
    .map(({ number }) => number);

const there = ({ deployed }: Broker, pacticipant: string, where: string) => [
  ...new Set(
    deployed
      .filter(
        one => one.pacticipant === pacticipant && one.environment === where,
      )
      .map(({ version }) => version),
  ),
];

export function sideOf(
  broker: Broker,
  selector: Selector & { mainBranch?: boolean },
  isNamed: boolean,
): Side {
  const { pacticipant, version, environment, tag } = selector;
  const side = { pacticipant, isNamed };
  if (version !== undefined) {
    const words = () => `version ${version} of ${pacticipant}`;
    return { ...side, versions: [version], words };
  }
  if (environment !== undefined) {
    const versions = there(broker, pacticipant, environment);
    const words = inEnvironment(pacticipant, environment, versions);
    return { ...side, versions, words };
  }
  const all = versionsOf(broker, pacticipant);
  if (tag !== undefined) {
    const none = `with tag ${tag} (no such version exists)`;
    const words = () => `the latest version of ${pacticipant} ${none}`;
    return { ...side, versions: [], words };
  }
  const branch = selector.mainBranch ? BRANCH : selector.branch;
  if (branch === undefined && !selector.latest) {
    return { ...side, words: () => `any version of ${pacticipant}` };
  }
  const onBranch = branch === undefined || branch === BRANCH ? all : [];
  const versions = selector.latest ? onBranch.slice(0, 1) : onBranch;
  const from = branch === undefined ? '' : ` from branch ${branch}`;
  const number = versions[0] ?? 'no such version exists';
  const words = () => `the latest version of ${pacticipant}${from} (${number})`;
  return { ...side, versions, words };
}

const NOWHERE =
  'no version is currently recorded as deployed/released in this environment';

const inEnvironment =
  (pacticipant: string, environment: string, versions: string[]) =>
  (version?: string): string => {
    const where = `of ${pacticipant} currently in ${environment}`;
    if (versions.length === 0) return `a version ${where} (${NOWHERE})`;
    const which = versions.length > 1 ? 'one of the versions' : 'the version';
    return `${which} ${where} (${version ?? versions.join(', ')})`;
  };
