import {
  SightlineEvents,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { createOutbox } from '../../../platform/outbox/outbox';
import { noMarks } from '../history/TimelineMarks';
import { createForceStore } from '../inForce/ForceStore';
import { createJudgementStore } from '../judging/JudgementStore';
import { rulesFor } from '../judging/rulesFor';
import { createSloReader } from '../list/createSloReader';
import { StateColumns, StatusColumns } from '../tables';
import { minute, START } from './objectives';

/** Stores and reader over one database, with a clock to turn. */
export const sloWorld = (database: Knex) => {
  const time = { now: START };
  const clock = () => time.now;
  const troubles = new Map<string, Unknown>();
  const judgements = createJudgementStore({
    ...{ database, clock, outbox: createOutbox<SightlineEvents>({ clock }) },
    settings: {
      rulesOf: rulesFor({}),
      troubleOf: measuredBy => troubles.get(measuredBy),
      minimumBadEvents: 1,
    },
  });
  const force = createForceStore({ database, clock, judgements });
  const reader = createSloReader({
    ...{ database, clock, marks: noMarks },
    groupsUnder: async owners => [...owners],
  });
  return {
    ...{ database, time, clock, troubles, judgements, force, reader },
    accept: (
      measurements: Parameters<typeof judgements.measured>[0],
      validFor = 3 * minute,
    ) => judgements.measured(measurements, validFor),
    /** service → state, as lists show them */
    states: async () => {
      const rows: StateColumns[] = await database('slo_state').orderBy('id');
      return Object.fromEntries(
        rows.map(({ service_key, state }) => [service_key, state]),
      );
    },
    statuses: async (): Promise<StatusColumns[]> =>
      database('slo_status').orderBy('id'),
    events: async () => {
      const rows = await database('outbox_event').orderBy('id');
      return rows.map(({ payload }) => {
        const { ref: service, from, to } = JSON.parse(payload);
        return `${service}: ${from} → ${to}`;
      });
    },
  };
};
