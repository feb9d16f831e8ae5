import { CountedEdge, edgeKey } from './CountedEdge';

/** Calls that were left out because somebody else counted them, too. */
export type CountedTwice = {
  taken: string;
  leftOut: string;
  edges: number;
  calls: number;
};

/**
 * Takes each edge from one writer only. A Collector and Tempo that both see all
 * traces, or metrics under an old and a new name, tell of the same calls; who
 * adds them up shows every call twice.
 *
 * ```
 *   writer        edges it knows     taken from it
 *   otelcol       A  B  C            A  B  C         knows the most
 *   tempo            B  C  D                  D      B and C left out
 * ```
 *
 * An edge stays with its writer for as long as both know what they know: not the
 * count of this minute decides, but how many edges somebody knows.
 */
export const chooseWriters = (
  edges: readonly CountedEdge[],
): { edges: CountedEdge[]; twice: CountedTwice[] } => {
  const byKey = new Map<string, CountedEdge[]>();
  for (const edge of edges) {
    const key = edgeKey(edge);
    byKey.set(key, [...(byKey.get(key) ?? []), edge]);
  }
  const rank = rankOf([...byKey.values()]);
  const chosen: CountedEdge[] = [];
  const twice = new Map<string, CountedTwice>();
  for (const same of byKey.values()) {
    const [taken] = same
      .map(({ writer }) => writer)
      .sort((a, b) => rank.get(a)! - rank.get(b)!);
    chosen.push(...same.filter(({ writer }) => writer === taken));
    const others = same.filter(({ writer }) => writer !== taken);
    others.forEach(edge => note(twice, taken, edge));
  }
  return { edges: chosen, twice: [...twice.values()] };
};

/** 0 for who knows the most edges; equals by name, so that all rounds agree. */
const rankOf = (groups: readonly CountedEdge[][]): Map<string, number> => {
  const known = new Map<string, number>();
  for (const group of groups) {
    for (const writer of new Set(group.map(edge => edge.writer))) {
      known.set(writer, (known.get(writer) ?? 0) + 1);
    }
  }
  return new Map(
    [...known]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([writer], nth) => [writer, nth]),
  );
};

const note = (
  twice: Map<string, CountedTwice>,
  taken: string,
  { writer, minutes }: CountedEdge,
) => {
  const key = `${taken}\n${writer}`;
  const before = twice.get(key) ?? {
    taken,
    leftOut: writer,
    edges: 0,
    calls: 0,
  };
  let { calls } = before;
  for (const counts of minutes.values()) calls += counts.calls;
  twice.set(key, { ...before, edges: before.edges + 1, calls });
};
