import {
  ServiceRef,
  Unknown,
  UnknownReason,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { AskOptions, Problem, ProblemKind, SightlineApi } from '../../../api';
import { Brief, BriefAnswers, composeBrief, Got } from './composeBrief';

const reasons: Partial<Record<ProblemKind, UnknownReason>> = {
  forbidden: 'not-permitted',
  'signed-out': 'not-permitted',
  'not-found': 'no-data',
};

const whyNot = (error: unknown): Unknown =>
  error instanceof Problem
    ? unknown(reasons[error.kind] ?? 'source-unavailable', error.message)
    : unknown('source-unavailable');

type Failure = { error: unknown };

/** One question that fails must not take the other answers along. */
const settled = async <T>(
  asking: Promise<T>,
  failures: Failure[],
): Promise<Got<T>> => {
  try {
    return { value: await asking };
  } catch (error) {
    failures.push({ error });
    return whyNot(error);
  }
};

/**
 * Asks what other pages ask one by one, all at once. Only where nothing at all can
 * be had it fails, so that the last brief that was whole is shown instead.
 */
export const askBrief = async (
  api: SightlineApi,
  service: ServiceRef,
  { signal, fresh }: Pick<AskOptions<Brief>, 'signal' | 'fresh'>,
): Promise<Brief> => {
  const how = { signal, fresh };
  const failures: Failure[] = [];
  const [onCall, teams, objectives, workloads, suspects, blast] =
    await Promise.all([
      settled(api.getServiceOnCall(service, how), failures),
      settled(api.getOnCall(how), failures),
      settled(api.getServiceObjectives(service, how), failures),
      settled(api.getServiceWorkloads(service, how), failures),
      settled(api.getSuspects(service, {}, how), failures),
      settled(api.getBlastRadius(service, {}, how), failures),
    ]);
  const answers: BriefAnswers = {
    ...{ onCall, teams, objectives, workloads, suspects, blast },
  };
  if (failures.length === Object.keys(answers).length) {
    throw failures[0].error;
  }
  return composeBrief(answers, Date.now());
};
