import { MirroredPact } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { inChunks } from '../../../platform/chunks';
import { keyOf } from '../engine/BrokerMirror';
import { contentKey } from '../engine/contentKey';
import { Interaction } from '../engine/interactionKinds';

export type ContentRow = {
  broker: string;
  content: string;
  asked_at: number | string;
  document: string | null;
};

/** How pacts speak. */
export type Contents = {
  of(broker: string, pact: MirroredPact): readonly Interaction[] | undefined;
};

type Rows = ReadonlyMap<string, Interaction[]>;

/** Contents as they are stored: what was read once never changes, and may go. */
export const createContentCache = (database: Knex) => {
  let kept: { mark: string; rows: Rows } = { mark: '', rows: new Map() };

  const stored = () =>
    database<ContentRow>('contracts_content').whereNotNull('document');

  const readMissing = async (names: Pick<ContentRow, 'broker' | 'content'>[]) =>
    new Map(
      (
        await inChunks([...new Set(names.map(one => one.content))], 200, ids =>
          stored().whereIn('content', ids),
        )
      ).map((row: ContentRow) => [
        keyOf(row.broker, row.content),
        JSON.parse(row.document ?? '[]') as Interaction[],
      ]),
    );

  const readAll = async (): Promise<Rows> => {
    const [{ count, last }] = await stored()
      .count({ count: '*' })
      .max({ last: 'asked_at' });
    const mark = keyOf(String(count), String(last));
    if (mark === kept.mark) return kept.rows;
    const names = await stored().select('broker', 'content');
    const { rows: before } = kept;
    const isMissing = (one: Pick<ContentRow, 'broker' | 'content'>) =>
      !before.has(keyOf(one.broker, one.content));
    const fresh = await readMissing(names.filter(isMissing));
    const rows = new Map<string, Interaction[]>();
    for (const { broker, content } of names) {
      const key = keyOf(broker, content);
      const said = before.get(key) ?? fresh.get(key);
      if (said) rows.set(key, said);
    }
    kept = { mark, rows };
    return rows;
  };

  return async (): Promise<Contents> => {
    const all = await readAll();
    return { of: (broker, pact) => all.get(keyOf(broker, contentKey(pact))) };
  };
};
