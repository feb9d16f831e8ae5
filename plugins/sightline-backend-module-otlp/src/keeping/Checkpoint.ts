import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { syncFolder } from './folders';

/** Where counting stands, and what was counted but is perhaps not kept yet. */
export type Checkpoint = {
  /** names this log; reports of one writer are numbered */
  writer: string;
  /** the number of the next report */
  sequence: number;
  /** batches up to here are in reports */
  settledBatch: number;
  pending: CallsReport[];
};

/** One file, replaced as a whole: it says the old or the new, never half of each. */
export class CheckpointFile {
  private readonly path: string;

  constructor(private readonly folder: string) {
    this.path = join(folder, 'checkpoint.json');
  }

  async read(): Promise<Checkpoint | undefined> {
    const text = await readFile(this.path, 'utf8').catch(error => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? undefined : this.parse(text);
  }

  async write(checkpoint: Checkpoint) {
    const next = `${this.path}.next`;
    const file = await open(next, 'w');
    try {
      await file.writeFile(JSON.stringify(checkpoint));
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(next, this.path);
    await syncFolder(this.folder);
  }

  /** Guessing what it said would count calls twice, or never: somebody has to decide. */
  private parse(text: string): Checkpoint {
    try {
      const checkpoint = JSON.parse(text);
      if (isCheckpoint(checkpoint)) return checkpoint;
    } catch {
      // No JSON is no checkpoint either.
    }
    throw new Error(
      `${this.path} is damaged, so nobody knows what was counted. Put it back from a copy, or delete ${this.folder} and do without the spans in it`,
    );
  }
}

const isCheckpoint = (value: Partial<Checkpoint> | null): value is Checkpoint =>
  typeof value?.writer === 'string' &&
  Number.isSafeInteger(value.sequence) &&
  Number.isSafeInteger(value.settledBatch) &&
  Array.isArray(value.pending);
