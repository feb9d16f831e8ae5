import {
  annotations,
  ObjectiveProblem,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { AskedService } from '@sightline/backstage-plugin-sightline-node';
import { undated } from '../sinceBook';
import { KeptDocument } from '../../../../platform/documents/DocumentStore';
import {
  targetsOf,
  TargetsContext,
} from '../../../../platform/documents/targets';

/** What services say themselves about where their objectives are. */
export type Annotated = {
  namedBy: Map<string, ServiceRef[]>;
  problems: ObjectiveProblem[];
  /** of those, some file was not read yet: nobody knows what holds */
  unread: Set<ServiceRef>;
};

export const readAnnotations = (
  services: readonly AskedService[],
  documents: readonly KeptDocument[],
  context: TargetsContext,
): Annotated => {
  const read = new Set(
    documents
      .filter(({ kind }) => kind === 'file')
      .map(({ address }) => address),
  );
  const found: Annotated = {
    ...{ namedBy: new Map(), problems: [], unread: new Set() },
  };
  for (const service of services) {
    const { ref } = service;
    const { targets, problems } = targetsOf(service, context);
    for (const { address } of targets) {
      const others = found.namedBy.get(address);
      if (others) others.push(ref);
      else found.namedBy.set(address, [ref]);
      if (!read.has(address)) found.unread.add(ref);
    }
    const words = problems.map(problem => `${annotations.openslo}: ${problem}`);
    found.problems.push(...words.map(text => undated(ref, text, ref)));
  }
  return found;
};
