import { periodOf } from '../periodOf';
import { DocumentProblem } from './DocumentProblem';
import { createDocumentReader, DocumentReader } from './DocumentReader';
import { SaidIndicator } from './indicatorOf';
import { inlineOrNamed } from './inlineOrNamed';
import { readSli, SliReading } from './measureOf';
import { ObjectIndex, OpenSloObject } from './objects';
import { rulesOf } from './rulesOf';
import { sloSpec } from './schema';
import { SaidSpec, SloParts, StatementAt, toStatement } from './toStatement';
import { windowOf } from './windowOf';

/** An SLO of a document: one objective or several, all of one service. */
export type DocumentSlo = {
  name: string;
  /** as `spec.service` writes it */
  service: string;
  line: number;
  objectives: StatementAt[];
};

export type SloReading = {
  slo?: DocumentSlo;
  problems: DocumentProblem[];
  notes: DocumentProblem[];
};

const readIndicator = (
  object: OpenSloObject,
  spec: SaidSpec,
  { reader, index }: { reader: DocumentReader; index: ObjectIndex },
): { sli: SliReading; indicator: SaidIndicator } | undefined => {
  const { indicator, indicatorRef } = spec;
  if ((indicator === undefined) === (indicatorRef === undefined)) {
    reader.problem(
      ['spec', 'indicator'],
      indicator === undefined
        ? 'indicator is missing; write one, or indicatorRef with the name of an SLI'
        : 'indicator stands beside indicatorRef; leave one of them out',
    );
    return undefined;
  }
  const { file } = object;
  const found = inlineOrNamed(
    { inline: indicator, name: indicatorRef },
    {
      ...{ kind: 'SLI', reader, index, file },
      keys: { name: ['spec', 'indicatorRef'], inline: ['spec', 'indicator'] },
    },
  );
  const sli =
    found &&
    readSli(found.spec, found.at, { reader: found.reader, index, file });
  return (
    sli && { sli, indicator: { slo: object.metadata, sli: found.metadata } }
  );
};

/** Reads one SLO with all it refers to. */
export const readSlo = (
  object: OpenSloObject,
  index: ObjectIndex,
): SloReading => {
  const { document, file } = object;
  const { name } = object.metadata;
  const reader = createDocumentReader(document, name);
  const { problems, notes } = reader;
  const spec = reader.part(sloSpec, object.spec, ['spec']);
  if (!spec) {
    return { problems, notes };
  }
  const read = readIndicator(object, spec, { reader, index });
  const window = windowOf(spec.timeWindow?.[0], reader);
  const rules =
    window &&
    rulesOf(spec.alertPolicies, {
      ...{ reader, index, file },
      period: periodOf(window),
    });
  if (!read || !window) {
    return { problems, notes };
  }
  const parts: SloParts = { object, spec, ...read, window, rules, reader };
  const objectives = spec.objectives.flatMap(
    (_, at) => toStatement(parts, at) ?? [],
  );
  if (problems.length > 0) {
    return { problems, notes };
  }
  const line = document.lineOf(['metadata', 'name']);
  const slo = { name, service: spec.service, line, objectives };
  return { slo, problems, notes };
};
