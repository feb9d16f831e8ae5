import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Incident, Truth } from './engine/Truth.ts';

const readYaml = (file: string) => parse(readFileSync(file, 'utf8'));

/** truth.yaml with the files it includes; the same key in several files is one list. */
export function readTruth(folder: string): Truth {
  const index = readYaml(join(folder, 'truth.yaml')) as { include: string[] };
  const lists: Record<string, unknown[]> = {};
  for (const file of index.include) {
    for (const [key, list] of Object.entries(readYaml(join(folder, file)))) {
      lists[key] = [...(lists[key] ?? []), ...(list as unknown[])];
    }
  }
  return lists as unknown as Truth;
}

export function readIncidents(folder: string): Incident[] {
  return readYaml(join(folder, 'incidents.yaml')).incidents;
}
