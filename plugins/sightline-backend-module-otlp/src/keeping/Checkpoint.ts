import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';

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
    return text === undefined ? undefined : JSON.parse(text);
  }

  async write(checkpoint: Checkpoint) {
    const next = `${this.path}.next`;
    const file = await open(next, 'w');
    await file.writeFile(JSON.stringify(checkpoint));
    await file.datasync();
    await file.close();
    await rename(next, this.path);
    const folder = await open(this.folder, 'r');
    await folder.sync();
    await folder.close();
  }
}
