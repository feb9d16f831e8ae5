import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Millis,
  SafeToDeploy,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';
import {
  askContracts,
  AskedDeploy,
  ContractsTold,
  usualEnvironment,
} from './asking/askContracts';
import {
  askNeeds,
  askObjectives,
  askRollouts,
  MayRead,
} from './asking/askOthers';
import { inTime } from './asking/inTime';
import { tellFreezes } from './asking/tellFreezes';
import { DeploySources } from './DeploySources';
import { Freeze } from './engine/freezes/Freeze';
import { judge } from './engine/judge';
import { NotTold } from './engine/Told';

export type SafeToDeployOptions = {
  sources: DeploySources;
  freezes: readonly Freeze[];
  clock: Clock;
  logger: LoggerService;
  /** where the portal is */
  portal?: string;
  /** for how long each part is waited for */
  patience?: { contracts: Millis; others: Millis };
};

/** A broker may be asked on the way; all else is read from the database. */
const usualPatience = { contracts: 15_000, others: 8_000 };

export interface SafeToDeployReader {
  /** throws a NotFoundError when there is no such service */
  of(
    service: ServiceRef,
    asked: AskedDeploy & { mayRead?: MayRead },
  ): Promise<SafeToDeploy>;
}

/** Asks everybody at once, each for as long as its deadline lets it, and judges. */
export const createSafeToDeploy = (
  options: SafeToDeployOptions,
): SafeToDeployReader => {
  const { sources, freezes, clock, portal } = options;
  const patience = options.patience ?? usualPatience;
  const asking = inTime(options);

  const askOthers = (ref: ServiceRef, mayRead: MayRead) =>
    Promise.all([
      asking(
        'its objectives',
        () => askObjectives(sources, ref),
        patience.others,
      ),
      asking(
        'its rollouts',
        () => askRollouts(sources, ref, clock()),
        patience.others,
      ),
      asking(
        'whom it waits for',
        () => askNeeds(sources, ref, mayRead),
        patience.others,
      ),
    ]);

  return {
    async of(ref, { version, environment, mayRead = () => true }) {
      const service = (await sources.fleet.inBrief([ref])).get(ref);
      if (!service) throw new NotFoundError(`There is no service ${ref}`);
      const asked = { version, environment };
      const [contracts, [objectives, rollouts, needs]] = await Promise.all([
        asking(
          'its contracts',
          () => askContracts(sources, ref, { ...asked, now: clock() }),
          patience.contracts,
        ),
        askOthers(ref, mayRead),
      ]);
      const about = whatAbout(asked, contracts);
      const told = tellFreezes(freezes, service, about.environment);
      return judge({
        service: { ref, name: service.title },
        ...about,
        contracts: 'verdicts' in contracts ? contracts.verdicts : contracts,
        ...{ objectives, rollouts, needs, freezes: told },
        ...(portal !== undefined && { portal }),
        now: clock(),
      });
    },
  };
};

/** What was asked about in the end, also when contracts could not be asked. */
const whatAbout = (asked: AskedDeploy, contracts: ContractsTold | NotTold) => {
  const found = 'verdicts' in contracts ? contracts : asked;
  const version = asked.version ?? found.version;
  return {
    environment: found.environment ?? usualEnvironment,
    ...(version !== undefined && {
      version,
      versionFrom:
        asked.version === undefined
          ? ('contracts' as const)
          : ('asked' as const),
    }),
  };
};
