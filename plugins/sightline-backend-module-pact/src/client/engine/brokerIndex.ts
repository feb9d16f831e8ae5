import { z } from 'zod';
import { BrokerPlace, expanded, rebased, rootOf } from './links';

/** What a broker can do, by its own word: each thing by the name of its relation. */
export interface BrokerIndex {
  /** where to ask for it; undefined when it does not know it, or it leads elsewhere */
  find(
    relation: string,
    values?: Readonly<Record<string, string>>,
  ): string | undefined;
  /** a path that no relation of the index leads to, below its root */
  at(template: string, values?: Readonly<Record<string, string>>): string;
  /** a link from another of its answers, on the configured address */
  rebase(link: string): string | undefined;
}

const link = z.object({ href: z.string() });
const index = z.object({
  _links: z.record(z.string(), z.unknown()),
});

/** The index as it came; throws when it is none. */
export const readIndex = (json: unknown, base: string): BrokerIndex => {
  const links = index.parse(json)._links;
  const hrefOf = (relation: string) =>
    link.safeParse(links[relation]).data?.href;
  const self = hrefOf('self');
  const root = self === undefined ? undefined : rootOf(self, base);
  const place: BrokerPlace = { base, ...(root !== undefined && { root }) };
  const rebase = (href: string) => rebased(href, place);
  return {
    find(relation, values = {}) {
      const href = expanded(hrefOf(relation) ?? '{}', values);
      return href === undefined ? undefined : rebase(href);
    },
    at: (template, values = {}) => `${base}${expanded(template, values) ?? ''}`,
    rebase,
  };
};
