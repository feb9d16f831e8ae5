import {
  Budgeting,
  ObjectiveWindow,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import type { AlertRule } from '../../../engine/judging';
import { Statement } from '../Statement';
import { budgetingOf } from './budgetingOf';
import { Path } from '../../../../../platform/engine/documents/DocumentProblem';
import { DocumentReader } from './DocumentReader';
import {
  indicatorWords,
  kindOf,
  SaidIndicator,
  thresholdOf,
} from './indicatorOf';
import { SliReading } from './measureOf';
import { OpenSloObject } from './objects';
import { objective, sloSpec } from './schema';

export type SaidSpec = z.infer<typeof sloSpec>;
type SaidObjective = z.infer<typeof objective>;

/** A statement, and where it is written. */
export type StatementAt = Statement & { line: number };

/** 99.95 becomes 0.9995 by its digits: divided by 100 it would be a little off. */
const asShare = (percent: number): Ratio => {
  const shifted = Number(`${percent}e-2`);
  return Number.isNaN(shifted) ? percent / 100 : shifted;
};

/** The same the other way: 0.9995 is 99.95. */
const asPercent = (ratio: Ratio): string => String(Number(`${ratio}e2`));

const targetOf = (
  said: SaidObjective,
  at: Path,
  reader: DocumentReader,
): Ratio | undefined => {
  const { target, targetPercent } = said;
  if (target !== undefined && targetPercent !== undefined) {
    reader.problem(
      [...at, 'targetPercent'],
      'targetPercent stands beside target; leave one of them out',
    );
    return undefined;
  }
  if (targetPercent !== undefined) {
    return asShare(targetPercent);
  }
  if (target === undefined) {
    reader.problem(
      [...at, 'target'],
      'target is missing; write a share such as 0.999, or targetPercent: 99.9',
    );
  }
  return target;
};

/** A threshold metric needs a bound in each objective; nothing else has one, though some write it. */
const checkBound = (
  said: SaidObjective,
  at: Path,
  { reader, isThreshold }: { reader: DocumentReader; isThreshold: boolean },
) => {
  for (const key of ['op', 'value'] as const) {
    if (isThreshold && said[key] === undefined) {
      reader.problem(
        [...at, key],
        `${key} is missing, and a thresholdMetric needs it; write op: lte and the value that is still good`,
      );
    }
    if (!isThreshold && said[key] !== undefined) {
      reader.note(
        [...at, key],
        `${key} counts for nothing here, as the indicator is a ratioMetric`,
      );
    }
  }
};

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 24);

/**
 * Names of the objectives of one SLO: its own where there is one; else with what
 * sets them apart, their display names, or where they stand.
 *
 * @example `orders` with objectives "Fast" and "Very fast": `orders-fast`, `orders-very-fast`
 */
const namesOf = (
  name: string,
  objectives: readonly { displayName?: string }[],
): string[] => {
  if (objectives.length === 1) {
    return [name];
  }
  const slugs = objectives.map(({ displayName }) => slug(displayName ?? ''));
  const areApart =
    slugs.every(Boolean) && new Set(slugs).size === objectives.length;
  return objectives.map((_, at) => `${name}-${areApart ? slugs[at] : at + 1}`);
};

/** What all objectives of an SLO share. */
export type SloParts = {
  object: OpenSloObject;
  spec: SaidSpec;
  indicator: SaidIndicator;
  sli: SliReading;
  window: ObjectiveWindow;
  rules?: AlertRule[];
  reader: DocumentReader;
};

const titleOf = (
  { object, spec }: SloParts,
  said: SaidObjective,
  target: Ratio,
) => {
  const title = object.metadata.displayName ?? object.metadata.name;
  if (spec.objectives.length === 1) {
    return object.metadata.displayName ?? said.displayName ?? title;
  }
  return `${title}: ${said.displayName ?? `${asPercent(target)} %`}`;
};

/** One of the objectives of an SLO; undefined when it is none, which is then a problem. */
export const toStatement = (
  parts: SloParts,
  index: number,
): StatementAt | undefined => {
  const { object, spec, sli, window, reader, rules } = parts;
  const said = spec.objectives[index];
  const at: Path = ['spec', 'objectives', index];
  const target = targetOf(said, at, reader);
  checkBound(said, at, { reader, isThreshold: sli.isThreshold });
  const budgeting: Budgeting | undefined = budgetingOf(said, {
    ...{ method: spec.budgetingMethod, reader, at },
    isThreshold: sli.isThreshold,
  });
  const measure = sli.measure(said);
  if (target === undefined || !budgeting || !measure) {
    return undefined;
  }
  const kind = kindOf(parts.indicator, sli);
  const threshold = kind === 'latency' && thresholdOf(parts.indicator, measure);
  return {
    name: namesOf(object.metadata.name, spec.objectives)[index],
    title: titleOf(parts, said, target),
    ...(spec.description !== undefined && { description: spec.description }),
    indicator: {
      kind,
      ...(threshold && { threshold }),
      words: indicatorWords(parts.indicator, measure),
      queries: sli.queries,
    },
    ...{ target, window, budgeting, measure },
    ...(rules && { rules }),
    ...(sli.source !== undefined && { source: sli.source }),
    line: object.document.lineOf(at),
  };
};
