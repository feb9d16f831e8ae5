import { Knex } from 'knex';
import { inChunks } from '../../platform/chunks';
import { searchOf, SearchExtras } from './engine/serviceRecord';
import { bump } from './ServicesState';

const CHUNK = 500;
const none: SearchExtras = { names: [], clues: [] };

/** Names and clues that lead to each of these services. */
export const readSearchExtras = async (
  knex: Knex,
  refs: readonly string[],
): Promise<(ref: string) => SearchExtras> => {
  const extras = new Map<string, SearchExtras>();
  const of = (ref: string) => {
    const found = extras.get(ref) ?? { names: [], clues: [] };
    extras.set(ref, found);
    return found;
  };
  const names = await inChunks(refs, CHUNK, chunk =>
    knex('services_name')
      .whereIn('service', chunk)
      .select('service', 'name')
      .orderBy('id'),
  );
  names.forEach(row => of(row.service).names.push(row.name));
  const clues = await inChunks(refs, CHUNK, chunk =>
    knex('services_clue')
      .whereIn('ref', chunk)
      .select('ref', 'value')
      .orderBy(['ref', 'value']),
  );
  clues.forEach(row => of(row.ref).clues.push(row.value));
  return ref => extras.get(ref) ?? none;
};

/** Writes anew what `q` finds and how many names a row counts; after names or clues changed. */
export const refreshSearch = async (
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<void> => {
  const extras = await readSearchExtras(trx, refs);
  const rows = await inChunks(refs, CHUNK, chunk =>
    trx('services_service')
      .join(
        'services_declared',
        'services_declared.ref',
        'services_service.ref',
      )
      .whereIn('services_service.ref', chunk)
      .select(
        'services_service.ref',
        'services_declared.service',
        'services_service.search',
        'services_service.aliases',
      ),
  );
  let changed = false;
  for (const row of rows) {
    const found = extras(row.ref);
    const search = searchOf(JSON.parse(row.service), found);
    const aliases = found.names.length;
    if (search !== row.search || aliases !== row.aliases) {
      await trx('services_service')
        .where('ref', row.ref)
        .update({ search, aliases });
      changed = true;
    }
  }
  if (changed) {
    await bump(trx, 'generation');
  }
};
