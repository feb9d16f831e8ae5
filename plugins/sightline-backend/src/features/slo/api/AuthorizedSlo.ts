import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Instant,
  objectiveManagePermission,
  ObjectiveProblem,
  ServiceObjectives,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Guard } from '../../../platform/http/Guard';
import { FeasibilityReader, HiddenOf } from '../feasibility/feasibilityAnswer';
import {
  ObjectiveScope,
  ObjectivesQuery,
  RulesQuery,
  SloReader,
} from '../SloReader';
import { noObjective } from '../telling/sloPart';
import { SloAccess } from './SloAccess';

type Query = Omit<ObjectivesQuery, 'scope'>;
type Asker = BackstageCredentials;

export type AuthorizedSloOptions = {
  reader: SloReader;
  feasibility: FeasibilityReader;
  /** recording and alerting rules of what may be seen */
  rules(query: RulesQuery): Promise<string>;
  access: SloAccess;
  guard: Guard;
  /** owners of those of these that exist, where they have one */
  ownersOf(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, string | undefined>>;
};

/**
 * The readers behind a permission check: the same questions, with the asker.
 * Routes and actions know only this one, so none of them can forget to check.
 */
export const authorizedSlo = (options: AuthorizedSloOptions) => {
  const { reader, feasibility, access, guard, ownersOf } = options;

  const scoped = async (query: Query, asker: Asker) => ({
    ...query,
    scope: await access.scope(asker),
  });

  const assertExists = async (ref: ServiceRef) => {
    if (!(await ownersOf([ref])).has(ref)) {
      throw new NotFoundError(`There is no service ${ref}`);
    }
  };

  /** A document that names no service may be about any. */
  const problemsWithin = async (scope: ObjectiveScope) => {
    const all = await reader.problems();
    const owners = await ownersOf(all.flatMap(({ service }) => service ?? []));
    return all.filter(
      ({ service }) =>
        service === undefined || isWithin(scope, owners.get(service)),
    );
  };

  const hiddenFrom =
    (asker: Asker): HiddenOf =>
    async refs => {
      const scope = await access.scope(asker);
      if (!isNarrow(scope)) return new Set();
      const owners = [...(await ownersOf(refs))];
      return new Set(
        owners.flatMap(([ref, owner]) => (isWithin(scope, owner) ? [] : ref)),
      );
    };

  return {
    async page(query: Query, asker: Asker) {
      const asked = await scoped(query, asker);
      const page = await reader.page(asked);
      if (!isNarrow(asked.scope)) return page;
      const { length: problems } = await problemsWithin(asked.scope);
      return { ...page, problems };
    },

    etagOf: async (query: Query, asker: Asker) =>
      reader.etagOf(await scoped(query, asker)),

    csv: async (query: Query, asker: Asker) =>
      reader.csv(await scoped(query, asker)),

    rules: async (query: Omit<RulesQuery, 'scope'>, asker: Asker) =>
      options.rules({ ...query, scope: await access.scope(asker) }),

    problems: async (asker: Asker): Promise<ObjectiveProblem[]> =>
      problemsWithin(await access.scope(asker)),

    async ofService(ref: ServiceRef, asker: Asker): Promise<ServiceObjectives> {
      await access.assertMayRead(ref, asker);
      await assertExists(ref);
      const objectives = (await reader.ofServices([ref])).get(ref) ?? [];
      return {
        ...{ service: ref, objectives },
        problems: await reader.problems(ref),
        feasibility: await feasibility.of(objectives, hiddenFrom(asker)),
        ...(objectives.length === 0 && { advice: noObjective }),
      };
    },

    async history(
      about: { service: ServiceRef; name: string },
      range: { from?: Instant; to?: Instant },
      asker: Asker,
    ) {
      const { service, name } = about;
      await access.assertMayRead(service, asker);
      const history = await reader.history(service, name, range);
      if (!history) {
        throw new NotFoundError(`${service} has no objective '${name}'`);
      }
      return history;
    },

    /** throws unless the asker may state objectives of a service there is */
    async assertMayManage(ref: ServiceRef, asker: Asker): Promise<void> {
      await guard.assertAllowed(objectiveManagePermission, asker);
      await access.assertMayRead(ref, asker);
      await assertExists(ref);
    },
  };
};

export type AuthorizedSlo = ReturnType<typeof authorizedSlo>;

const isNarrow = ({ allowedOwners, deniedOwners }: ObjectiveScope): boolean =>
  allowedOwners !== undefined || deniedOwners !== undefined;

const isWithin = (
  { allowedOwners, deniedOwners }: ObjectiveScope,
  owner: string = '',
): boolean =>
  (!allowedOwners || allowedOwners.includes(owner)) &&
  !deniedOwners?.includes(owner);
