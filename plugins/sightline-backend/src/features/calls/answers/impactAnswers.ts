import {
  BlastRadius,
  ServiceRef,
  Suspect,
  Suspects,
} from '@sightline/backstage-plugin-sightline-common';
import { inTurns } from '../../../platform/inTurns';
import { CallsScope } from '../CallAnswers';
import { toFigures } from '../engine/figures';
import { EdgeSums } from '../engine/graph/CallGraph';
import { blastRadius } from '../engine/impact/blastRadius';
import { SuspectPlan, suspectsOf } from '../engine/impact/suspects';
import {
  AnswerContext,
  evidenceOf,
  graphOf,
  partyIn,
  shownWindow,
  windowOf,
} from './AnswerContext';

const shownAtMost = 200;

const assumptions = [
  'A caller that waits for the answer fails when the call fails: fallbacks, caches and retries are not seen.',
  'Shares are those of the window: a caller that was not seen calling is not hit.',
  'Who only sends or reads messages falls behind and does not fail.',
];

export const blastAnswer = async (
  context: AnswerContext,
  service: ServiceRef,
  scope: CallsScope,
): Promise<BlastRadius> => {
  const graph = await graphOf(context, scope);
  const catalog = await context.catalog.read();
  const party = (id: string) => partyIn(id, graph, catalog);
  const plan = await inTurns(blastRadius(graph, service));
  return {
    party: party(service),
    window: shownWindow(graph.window),
    affected: plan.affected
      .slice(0, shownAtMost)
      .map(({ id, ...hit }) => ({ party: party(id), ...hit })),
    delayed: plan.delayed.slice(0, shownAtMost).map(party),
    leftOut:
      Math.max(0, plan.affected.length - shownAtMost) +
      Math.max(0, plan.delayed.length - shownAtMost),
    assumptions,
    evidence: await evidenceOf(context),
  };
};

export const suspectsAnswer = async (
  context: AnswerContext,
  service: ServiceRef,
  scope: CallsScope,
): Promise<Suspects> => {
  const window = windowOf(scope, context.clock);
  const earlier = { ...scope, until: window.from };
  const now = await graphOf(context, scope);
  const before = await graphOf(context, earlier);
  const catalog = await context.catalog.read();
  const plan = suspectsOf({ now, before }, service);
  const told = (suspect: SuspectPlan): Suspect => {
    const party = partyIn(suspect.id, now, catalog);
    const figures = toFigures(suspect.now, { seconds: now.seconds });
    const earlierFigures = toFigures(suspect.before, {
      seconds: before.seconds,
    });
    const { hops, via, explains } = suspect;
    return {
      ...{ party, hops, via, explains, figures, before: earlierFigures },
      why: whyOf(suspect, party.name),
    };
  };
  return {
    party: partyIn(service, now, catalog),
    window: shownWindow(now.window),
    compared: shownWindow(windowOf(earlier, context.clock)),
    own: {
      figures: toFigures(plan.own.now, { seconds: now.seconds }),
      before: toFigures(plan.own.before, { seconds: before.seconds }),
    },
    suspects: plan.suspects.map(told),
    evidence: await evidenceOf(context),
  };
};

const whyOf = ({ now, before, hops }: SuspectPlan, name: string): string => {
  const where = hops === 1 ? 'it calls' : 'a dependency calls';
  const share = ({ errors, calls }: EdgeSums) =>
    `${((errors / calls) * 100).toFixed(1)} %`;
  const usual =
    before.calls === 0 ? 'it was not called' : `it was ${share(before)}`;
  return `${share(
    now,
  )} of the calls to ${name}, which ${where}, fail; before ${usual}`;
};
