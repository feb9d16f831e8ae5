import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  Instant,
  onCallOverridePermission,
  OnCallHistory,
  OnCallList,
  OnCallNow,
  Override,
  ServiceRef,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Guard } from '../../../platform/http/Guard';
import { OnCall } from '../OnCall';
import { OverrideWanted } from '../overrides/createOverrides';

type Asker = BackstageCredentials;

/** Who may see which services, as the feature that knows them tells it. */
export interface OnCallAccess {
  /** what the asker is narrowed to; throws when nothing may be seen at all */
  scope(credentials: Asker): Promise<{
    allowedOwners?: readonly string[];
    deniedOwners?: readonly string[];
  }>;
  /** throws unless this service may be seen */
  assertMayRead(ref: ServiceRef, credentials: Asker): Promise<void>;
}

const noTeam = (team: string) =>
  new NotFoundError(`The catalog has no group or user ${team}`);

/** Where nobody owns a service and no roster is its own. */
const unowned = (ref: ServiceRef, title: string, at: Instant): OnCallNow => {
  const words = `${title} has no owner in the catalog`;
  return {
    ...{ team: { ref, name: title }, service: ref, at: toIso(at) },
    ...{ state: 'unknown', unknown: unknown('no-data', words) },
    headline: `Nobody can tell who is on call: ${words}`,
    ...{ levels: [], gaps: [], gapsUntil: toIso(at), owners: [] },
    ...{ origin: { kind: 'owners', where: 'the catalog' }, warnings: [] },
  };
};

/**
 * The reader behind a permission check: whoever may see the services of a team may
 * see who is on call for it. Routes and actions know only this one.
 */
export const authorizedOnCall = (options: {
  onCall: Pick<OnCall, 'reader' | 'overrides' | 'fleet'>;
  access: OnCallAccess;
  guard: Guard;
  clock: () => Instant;
}) => {
  const { access, guard, clock } = options;
  const { reader, overrides, fleet } = options.onCall;

  const visibility = async (asker: Asker) => {
    const { allowedOwners, deniedOwners } = await access.scope(asker);
    return (team: string): boolean =>
      (!allowedOwners || allowedOwners.includes(team)) &&
      !deniedOwners?.includes(team);
  };

  const assertMaySee = async (team: string, asker: Asker) => {
    const mayRead = await visibility(asker);
    if (!mayRead(team)) {
      throw new NotAllowedError(`You may not see services of ${team}`);
    }
  };

  return {
    async ofService(
      ref: ServiceRef,
      at: Instant | undefined,
      asker: Asker,
    ): Promise<OnCallNow> {
      await access.assertMayRead(ref, asker);
      const brief = (await fleet.inBrief([ref])).get(ref);
      if (!brief) throw new NotFoundError(`There is no service ${ref}`);
      const now = (await reader.ofServices([ref], at)).get(ref);
      return now ?? unowned(ref, brief.title, at ?? clock());
    },

    async ofTeam(
      team: string,
      at: Instant | undefined,
      asker: Asker,
    ): Promise<OnCallNow> {
      await assertMaySee(team, asker);
      const now = await reader.ofTeam(team, at);
      if (!now) throw noTeam(team);
      return now;
    },

    async ofAll(asker: Asker): Promise<OnCallList> {
      const mayRead = await visibility(asker);
      const { items, ...list } = await reader.ofAll();
      return { ...list, items: items.filter(({ team }) => mayRead(team.ref)) };
    },

    async history(
      team: string,
      range: { from: Instant; to: Instant },
      asker: Asker,
    ): Promise<OnCallHistory> {
      await assertMaySee(team, asker);
      const history = await reader.history(team, range);
      if (!history) throw noTeam(team);
      return history;
    },

    async override(
      team: string,
      { wanted, by }: { wanted: OverrideWanted; by: string },
      asker: Asker,
    ): Promise<Override> {
      await guard.assertAllowed(onCallOverridePermission, asker);
      await assertMaySee(team, asker);
      return overrides.make(team, wanted, by);
    },

    async takeBack(team: string, id: string, asker: Asker): Promise<void> {
      await guard.assertAllowed(onCallOverridePermission, asker);
      await assertMaySee(team, asker);
      await overrides.takeBack(team, id);
    },
  };
};

export type AuthorizedOnCall = ReturnType<typeof authorizedOnCall>;
