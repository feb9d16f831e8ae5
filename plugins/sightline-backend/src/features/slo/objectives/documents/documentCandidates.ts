import {
  ObjectiveOrigin,
  ObjectiveProblem,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { assignSlo, StatingFile } from '../engine/assignSlo';
import { FleetNames } from '../engine/FleetNames';
import { KeptFile, KeptProblem, KeptSlo } from '../engine/keepLastValid';
import { Candidate } from '../engine/Statement';
import { KeptDocument } from '../../../../platform/documents/DocumentStore';

/** What the documents of the fleet come to. */
export type FromDocuments = {
  candidates: Candidate[];
  problems: ObjectiveProblem[];
  notes: ObjectiveProblem[];
};

export type DocumentsContext = {
  fleet: FleetNames;
  /** by address of a file: the services whose annotation names it */
  namedBy: ReadonlyMap<string, readonly ServiceRef[]>;
  /** folders for all services, by address */
  folders: readonly string[];
};

/** An address that can be opened, at the line where the host of repositories can do that. */
const linkTo = (place: string, line: number): string | undefined => {
  if (!/^https?:/.test(place)) {
    return undefined;
  }
  return /\/blob\//.test(place) ? `${place}#L${line}` : place;
};

const originOf = ({ place }: KeptDocument, line: number): ObjectiveOrigin => {
  const url = linkTo(place, line);
  return { kind: 'openslo', where: place, line, ...(url && { url }) };
};

const candidatesOf = (
  document: KeptDocument,
  slo: KeptSlo,
  service: ServiceRef,
): Candidate[] =>
  slo.objectives.map(({ line, ...statement }) => ({
    ...statement,
    service,
    origin: originOf(document, line),
    ...(slo.outdated && { outdated: slo.outdated }),
  }));

/** Whether something that the file said before still holds in place of what is wrong. */
const isInForce = ({ slos }: KeptFile, { slo }: KeptProblem) =>
  slos.some(
    ({ name, outdated }) => outdated && (slo === undefined || slo === name),
  );

const toProblem = (
  { place }: KeptDocument,
  kept: KeptFile,
  problem: KeptProblem,
  service?: ServiceRef,
): ObjectiveProblem => {
  const { line, path, words, since } = problem;
  return {
    ...{ where: place, line, words, since },
    ...(path !== undefined && { path }),
    ...(service !== undefined && { service }),
    earlierInForce: isInForce(kept, problem),
  };
};

const readFile = (
  document: KeptDocument,
  context: DocumentsContext,
): FromDocuments => {
  const kept = document.kept as KeptFile;
  const { fleet, namedBy, folders } = context;
  const file: StatingFile = {
    namedBy: namedBy.get(document.address) ?? [],
    isForAll:
      document.folder !== undefined && folders.includes(document.folder),
  };
  if (file.namedBy.length === 0 && !file.isForAll) {
    return { candidates: [], problems: [], notes: [] };
  }
  const [only, second] = file.namedBy;
  const about = second === undefined ? only : undefined;
  const problems = kept.problems.map(problem =>
    toProblem(document, kept, problem, about),
  );
  const candidates = kept.slos.flatMap(slo => {
    const whose = assignSlo(slo.service, file, fleet);
    if ('service' in whose) return candidatesOf(document, slo, whose.service);
    const { line } = slo;
    problems.push({
      ...{ where: document.place, line, path: 'spec.service' },
      ...{ words: whose.words, earlierInForce: false, since: '' },
    });
    return [];
  });
  const notes = kept.notes.map(note => toProblem(document, kept, note, about));
  return { candidates, problems, notes };
};

/** What files that services or folders name state now. Problems without a time began now. */
export const fromDocuments = (
  documents: readonly KeptDocument[],
  context: DocumentsContext,
): FromDocuments => {
  const files = documents
    .filter(({ kind }) => kind === 'file')
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(document => readFile(document, context));
  return {
    candidates: files.flatMap(({ candidates }) => candidates),
    problems: files.flatMap(({ problems }) => problems),
    notes: files.flatMap(({ notes }) => notes),
  };
};
