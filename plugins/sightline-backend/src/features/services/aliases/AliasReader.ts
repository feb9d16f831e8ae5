import {
  Alias,
  AliasKind,
  AliasState,
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';

export type AliasesQuery = {
  kind?: AliasKind;
  state?: readonly AliasState[];
  service?: string;
  /** id of the source that saw the name */
  source?: string;
  /** words that must all occur in the name or its namespace */
  q?: string;
  /** 1..200, 50 when left out */
  limit?: number;
  cursor?: string;
};

export type AliasesPage = {
  items: Alias[];
  total: number;
  nextCursor?: string;
};

/** What an outside name stands for, for features that see names only. */
export type ResolvedName = {
  service: ServiceRef;
  state: 'annotated' | 'accepted' | 'matched';
  score: number;
};

export interface AliasReader {
  page(query: AliasesQuery): Promise<AliasesPage>;
  byIds(ids: readonly string[]): Promise<Alias[]>;
  ofService(ref: ServiceRef): Promise<Alias[]>;
  /** One lookup by key; undefined while suggested, rejected, unmatched or never seen. */
  resolve(
    kind: AliasKind,
    name: string,
    namespace?: string,
  ): Promise<ResolvedName | undefined>;
  /** The same for many names in one question, in the order asked. */
  resolveAll(
    names: readonly Pick<OutsideName, 'kind' | 'name' | 'namespace'>[],
  ): Promise<(ResolvedName | undefined)[]>;
  /** Moves whenever a name may have come to stand for something else; others move it too. */
  version(): Promise<number>;
  /** The names a service goes by outside: annotated, accepted or matched. */
  namesOf(refs: readonly ServiceRef[]): Promise<Map<ServiceRef, OutsideName[]>>;
}

export type AliasDecision =
  /** the first candidate when `service` is left out */
  | { id: string; decision: 'accept'; service?: string }
  | { id: string; decision: 'reject' }
  | { id: string; decision: 'undo' };

export interface AliasDecisions {
  /** All or nothing, in one transaction, with an audit row each; answers the aliases as they are now. */
  decide(
    decisions: readonly AliasDecision[],
    by: { userRef: string },
  ): Promise<Alias[]>;
}
