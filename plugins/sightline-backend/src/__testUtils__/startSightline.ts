import {
  AuditorService,
  AuditorServiceCreateEventOptions,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createServiceFactory,
  PermissionsService,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  ClueProvider,
  ContractBroker,
  FactProvider,
  IndicatorSource,
  sightlineCluesExtensionPoint,
  sightlineContractsExtensionPoint,
  sightlineFactsExtensionPoint,
  sightlineObjectivesExtensionPoint,
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import request from 'supertest';
import { FakeCatalog } from '../features/services/__testUtils__/FakeCatalog';
import { createFakeScheduler } from '../intake/__testUtils__/FakeScheduler';
import { sightlinePlugin } from '../plugin';
import { departures } from './asSpecified';
import { harbour } from './harbour';

// Starting a backend takes its time where others work, too.
jest.setTimeout(60_000);

export type Policy = (permission: Permission) => PolicyDecision;

export const allowAll: Policy = () => ({ result: AuthorizeResult.ALLOW });

export const denying =
  (denied: string): Policy =>
  ({ name }) => ({
    result: name === denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });

/** Asks the policy of the moment, as the permission backend would. */
const fakePermissions = (current: { policy: Policy }): PermissionsService => ({
  authorize: async requests =>
    requests.map(({ permission }) => {
      const { result } = current.policy(permission);
      return {
        result:
          result === AuthorizeResult.ALLOW ? result : AuthorizeResult.DENY,
      };
    }),
  authorizeConditional: async requests =>
    requests.map(({ permission }) => current.policy(permission)),
});

export type Audited = Pick<
  AuditorServiceCreateEventOptions,
  'eventId' | 'severityLevel' | 'meta'
> & { outcome: string };

const fakeAuditor = () => {
  const audited: Audited[] = [];
  const auditor: AuditorService = {
    async createEvent({ eventId, severityLevel, meta }) {
      const event = { eventId, severityLevel, meta, outcome: 'none' };
      audited.push(event);
      return {
        success: async () => {
          event.outcome = 'success';
        },
        fail: async ({ error }) => {
          event.outcome = `failed: ${error.name}`;
        },
      };
    },
  };
  return { auditor, audited };
};

export type Asker = 'ann' | 'service' | 'nobody';

const ownershipOf = (userRef: string) =>
  userRef.startsWith('user:default/ann')
    ? [userRef, 'group:default/payments']
    : [];

export type SightlineOptions = {
  /** as `useTestDatabases` opens it */
  database: Knex;
  entities?: Entity[];
  sources?: readonly Source[];
  factProviders?: readonly FactProvider[];
  clueProviders?: readonly ClueProvider[];
  indicatorSources?: readonly IndicatorSource[];
  contractBrokers?: readonly ContractBroker[];
  config?: JsonObject;
  /** what hands notifications to people; left out: Backstage's own */
  notifications?: NotificationService;
  /** where the portal is */
  portal?: string;
};

const testModule = (options: SightlineOptions) =>
  createBackendModule({
    pluginId: 'sightline',
    moduleId: 'test',
    register: env =>
      env.registerInit({
        deps: {
          sources: sightlineSourcesExtensionPoint,
          facts: sightlineFactsExtensionPoint,
          clues: sightlineCluesExtensionPoint,
          objectives: sightlineObjectivesExtensionPoint,
          contracts: sightlineContractsExtensionPoint,
        },
        async init({ sources, facts, clues, objectives, contracts }) {
          options.sources?.forEach(sources.addSource);
          options.factProviders?.forEach(facts.addProvider);
          options.clueProviders?.forEach(clues.addProvider);
          options.indicatorSources?.forEach(objectives.addIndicatorSource);
          options.contractBrokers?.forEach(contracts.addBroker);
        },
      }),
  });

const fakes = ({ database, notifications, entities }: SightlineOptions) => {
  const catalog = new FakeCatalog().put(...(entities ?? harbour()));
  const scheduling = createFakeScheduler();
  const actions = actionsRegistryServiceMock();
  const current = { policy: allowAll };
  const { auditor, audited } = fakeAuditor();
  const is = <T extends object>(service: ServiceRef<T, 'plugin'>, value: T) =>
    createServiceFactory({ service, deps: {}, factory: () => value });
  const features = [
    is(catalogServiceRef, catalog.service()),
    is(coreServices.scheduler, scheduling.scheduler),
    is(coreServices.permissions, fakePermissions(current)),
    is(coreServices.auditor, auditor),
    is(actionsRegistryServiceRef, actions),
    is(coreServices.userInfo, {
      getUserInfo: async ({ principal }) => {
        const { userEntityRef } = principal as BackstageUserPrincipal;
        return {
          userEntityRef,
          ownershipEntityRefs: ownershipOf(userEntityRef),
        };
      },
    }),
    mockServices.database.factory({ knex: database }),
    ...(notifications ? [is(notificationService, notifications)] : []),
  ];
  return { catalog, scheduling, actions, current, audited, features };
};

/**
 * The real plugin behind a real server, with a catalog and a scheduler the test
 * drives. Every JSON answer is held against the OpenAPI document.
 */
export const startSightline = async (options: SightlineOptions) => {
  const { catalog, scheduling, actions, current, audited, features } =
    fakes(options);
  const backend = await startTestBackend({
    features: [
      sightlinePlugin,
      testModule(options),
      mockServices.rootConfig.factory({
        data: {
          sightline: options.config ?? {},
          ...(options.portal && { app: { baseUrl: options.portal } }),
        },
      }),
      ...features,
    ],
  });

  // Decisions are remembered for two seconds: a new policy meets a new Ann.
  let user = mockCredentials.user('user:default/ann');
  let anns = 0;
  const tokenOf = (as: Asker) => {
    if (as === 'ann') {
      return mockCredentials.user.header(user.principal.userEntityRef);
    }
    return as === 'service'
      ? mockCredentials.service.header()
      : mockCredentials.none.header();
  };

  const send = async (
    method: 'get' | 'post' | 'put' | 'delete',
    url: string,
    {
      as = 'ann',
      headers = {},
      body,
    }: { as?: Asker; headers?: Record<string, string>; body?: object } = {},
  ) => {
    const asking = request(backend.server)
      [method](`/api/sightline${url}`)
      .set({ Authorization: tokenOf(as), ...headers });
    const answer = await (body ? asking.send(body) : asking);
    if (answer.type === 'application/json' && url.startsWith('/v1')) {
      expect(departures({ method, url }, answer)).toEqual([]);
    }
    return answer;
  };

  return {
    backend,
    catalog,
    actions,
    audited,
    tasks: scheduling.tasks,
    turn: scheduling.turn,
    /** reads the whole catalog, as the schedule would */
    sweep: () => scheduling.turn('catalog'),
    allow: (policy: Policy) => {
      anns += 1;
      user = mockCredentials.user(`user:default/ann-${anns}`);
      current.policy = policy;
    },
    /** who asks, for what is not asked by HTTP */
    asker: () => user,
    get: (
      url: string,
      how?: { as?: Asker; headers?: Record<string, string> },
    ) => send('get', url, how),
    send,
  };
};

export type Sightline = Awaited<ReturnType<typeof startSightline>>;
