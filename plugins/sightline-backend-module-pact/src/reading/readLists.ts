import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import {
  embedded,
  hrefIn,
  Listing,
  maybeText,
  named,
  readListing,
  time,
} from './listing';

export type ReadIntegration = { consumer: string; provider: string };

const integration = z.object({ consumer: named, provider: named }).transform(
  ({ consumer, provider }): ReadIntegration => ({
    consumer: consumer.name,
    provider: provider.name,
  }),
);

export const readIntegrations = (json: unknown): Listing<ReadIntegration> =>
  readListing(json, embedded(json, 'integrations'), integration);

export type ReadPacticipant = {
  name: string;
  mainBranch?: string;
  repository?: string;
};

const pacticipant = named
  .extend({ mainBranch: maybeText, repositoryUrl: maybeText })
  .transform(
    ({ name, mainBranch, repositoryUrl }): ReadPacticipant => ({
      name,
      ...(mainBranch !== undefined && { mainBranch }),
      ...(repositoryUrl !== undefined && { repository: repositoryUrl }),
    }),
  );

const oldPacticipants = z.object({ pacticipants: z.unknown().optional() });

export const readPacticipants = (json: unknown): Listing<ReadPacticipant> =>
  readListing(
    json,
    // Old brokers list them beside `_embedded`, newer ones in both places.
    embedded(json, 'pacticipants') ??
      oldPacticipants.safeParse(json).data?.pacticipants,
    pacticipant,
  );

export type ReadEnvironment = {
  name: string;
  displayName: string;
  production: boolean;
  /** links to what is deployed, and to what is released and supported */
  deployed?: string;
  supported?: string;
};

const environment = named
  .extend({
    displayName: maybeText,
    production: z.boolean().catch(false),
    _links: z.unknown().optional(),
  })
  .transform(
    ({ name, displayName, production, _links }): ReadEnvironment => ({
      ...{ name, displayName: displayName ?? name, production },
      deployed: hrefIn(_links, 'pb:currently-deployed-deployed-versions'),
      supported: hrefIn(_links, 'pb:currently-supported-released-versions'),
    }),
  );

export const readEnvironments = (json: unknown): Listing<ReadEnvironment> =>
  readListing(json, embedded(json, 'environments'), environment);

/** A version that is in an environment, as deployed or as released. */
export type ReadPresence = {
  pacticipant: string;
  version: string;
  instance?: string;
  since?: Instant;
};

const presence = z
  .object({
    _embedded: z.object({
      pacticipant: named,
      version: z.object({ number: z.string().min(1) }),
    }),
    applicationInstance: maybeText,
    // what instances were called before 2.93
    target: maybeText,
    createdAt: time,
  })
  .transform(
    ({
      _embedded,
      applicationInstance,
      target,
      createdAt: since,
    }): ReadPresence => {
      const instance = applicationInstance ?? target;
      return {
        pacticipant: _embedded.pacticipant.name,
        version: _embedded.version.number,
        ...(instance !== undefined && { instance }),
        ...(since !== undefined && { since }),
      };
    },
  );

export const readDeployed = (json: unknown): Listing<ReadPresence> =>
  readListing(json, embedded(json, 'deployedVersions'), presence);

export const readReleased = (json: unknown): Listing<ReadPresence> =>
  readListing(json, embedded(json, 'releasedVersions'), presence);
