import {
  Known,
  known,
  Millis,
  ObjectiveStatus,
  ServiceRef,
  SloSummary,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { summaryOf } from '../engine/summaryOf';
import { SloReader } from '../SloReader';

/** What a dossier tells about objectives. */
export type SloOfService = {
  worst: SloSummary;
  /** worst first */
  objectives: ObjectiveStatus[];
  /** how many more there are */
  leftOut?: number;
};

export type SloPart = {
  readonly word: 'slo';
  read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, Known<SloOfService>>>;
};

const shownAtMost = 20;

/**
 * A dossier is assembled again when something that shows is different, and after
 * some minutes at the latest; until then what it says may be believed.
 */
export const retoldWithin: Millis = 600_000;

export const noObjective =
  'No objective is stated: annotate it with sightline.dev/openslo, or give its tier one under sightline.slo.tiers';

const partOf = (statuses: readonly ObjectiveStatus[]): Known<SloOfService> => {
  const worst = summaryOf(statuses);
  const evidence = statuses.find(status => status.evidence)?.evidence;
  if (!evidence) {
    return worst.unknown ?? unknown('no-data', 'It was not measured yet');
  }
  const objectives = statuses.slice(0, shownAtMost);
  const leftOut = statuses.length - objectives.length;
  return known(
    { worst, objectives, ...(leftOut > 0 && { leftOut }) },
    { ...evidence, validFor: evidence.validFor + retoldWithin },
  );
};

/** What a dossier says about objectives. */
export const createSloPart = (
  reader: Pick<SloReader, 'ofServices'>,
): SloPart => ({
  word: 'slo',
  async read(refs) {
    const services = await reader.ofServices(refs);
    return new Map(
      refs.map(ref => {
        const statuses = services.get(ref);
        return [
          ref,
          statuses ? partOf(statuses) : unknown('not-configured', noObjective),
        ];
      }),
    );
  },
});

/** A row is only written where something shows, so it may be looked at with every measurement. */
const rowsEvery: Millis = 60_000;

/** What a row of the Fleet says about objectives. */
export const createSloRow = (reader: Pick<SloReader, 'summaries'>) => ({
  word: 'slo' as const,
  every: rowsEvery,
  read: (refs: readonly ServiceRef[]) => reader.summaries(refs),
});
