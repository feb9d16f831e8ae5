import { Knex } from 'knex';
import { LookupClue, PartySubject } from '../engine/Subject';
import { pages } from './pages';

type Row = { ref: string; name: string; parents: string };

const nameIn = (ref: string) => ref.slice(ref.indexOf('/') + 1);

const toParty = (kind: PartySubject['kind'], row: Row): PartySubject => {
  const { ref, name, parents } = row;
  const clues: LookupClue[] = [{ kind, value: name }];
  if (nameIn(ref) !== name) clues.push({ kind, value: nameIn(ref) });
  const groups: string[] = kind === 'person' ? JSON.parse(parents) : [];
  return { ...{ kind, ref, name, clues }, groups };
};

/** Everybody the catalog knows: people, with the groups they are in, and teams. */
export const readParties = async (database: Knex): Promise<PartySubject[]> => {
  const parties: PartySubject[] = [];
  for (const [entity, kind] of [
    ['group', 'team'],
    ['user', 'person'],
  ] as const) {
    const ask = () =>
      database('services_entity')
        .where('kind', entity)
        .select('ref', 'name', 'parents');
    for await (const rows of pages<Row>(ask)) {
      parties.push(...rows.map(row => toParty(kind, row)));
    }
  }
  return parties;
};
