import {
  FileHandle,
  open,
  readdir,
  readFile,
  rm,
  truncate,
} from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, syncFolder } from './folders';
import { Frame, frameHeader, readFrames } from './frames';

/** A segment is closed when it is this large; only closed ones are deleted. */
const segmentBytes = 16 * 2 ** 20;

type Segment = { path: string; lastId: number; lastAt: number; bytes: number };
type Waiting = { frame: Frame; done: (failure?: { error: unknown }) => void };

/**
 * Bodies on disk before anybody is told that they arrived.
 *
 * Writing is by groups: while one group is on its way to the disk the next one
 * gathers, so that a hundred senders wait for one `fdatasync` and not for a
 * hundred, and a lone sender waits for nobody.
 *
 * ```
 *   append a ──▶ write + sync (a) ──────────▶ a is safe
 *   append b ──────┐
 *   append c ──────┴──▶ write + sync (b, c) ──▶ b and c are safe
 * ```
 *
 * The first failure is the last: after it nobody knows what is on the disk, so
 * every append fails until the log is opened, and read, anew.
 */
export class SegmentLog {
  private readonly closed: Segment[] = [];
  private current?: Segment & { file: FileHandle };
  private waiting: Waiting[] = [];
  private writing?: Promise<void>;
  private broken?: { error: unknown };

  constructor(private readonly folder: string) {}

  /**
   * Frames that are on disk, oldest first; what was cut off by a crash is
   * removed. What says that it comes from the future, because the clock was set
   * back since, came now: otherwise it would be kept until then.
   */
  async *open(now: number): AsyncGenerator<Frame> {
    await makeFolder(this.folder);
    const names = (await readdir(this.folder)).filter(name =>
      name.endsWith('.log'),
    );
    for (const name of names.sort()) {
      const path = join(this.folder, name);
      const bytes = await readFile(path);
      const { frames, end } = readFrames(bytes);
      if (end < bytes.length) await truncate(path, end);
      frames.forEach(frame => {
        frame.arrivedAt = Math.min(frame.arrivedAt, now);
      });
      const last = frames.at(-1);
      if (!last) {
        await rm(path);
        continue;
      }
      this.closed.push({
        path,
        lastId: last.id,
        lastAt: last.arrivedAt,
        bytes: end,
      });
      yield* frames;
    }
  }

  get bytes() {
    return this.closed.reduce(
      (sum, segment) => sum + segment.bytes,
      this.current?.bytes ?? 0,
    );
  }

  /** Resolves when the frame is on the disk. */
  append(frame: Frame): Promise<void> {
    return new Promise((resolve, reject) => {
      const done: Waiting['done'] = failure =>
        failure ? reject(failure.error) : resolve();
      this.waiting.push({ frame, done });
      this.writing ??= this.writeAll().finally(() => {
        this.writing = undefined;
      });
    });
  }

  /** Deletes closed segments with nothing in them that is still needed. */
  async release(
    needed: (segment: { lastId: number; lastAt: number }) => boolean,
  ) {
    while (this.closed.length > 0 && !needed(this.closed[0])) {
      await rm(this.closed[0].path, { force: true });
      this.closed.shift();
    }
  }

  async close() {
    await this.writing;
    await this.current?.file.close();
    this.current = undefined;
  }

  private async writeAll() {
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      if (!this.broken) {
        await this.write(group).catch(error => {
          this.broken = { error };
        });
      }
      group.forEach(({ done }) => done(this.broken));
    }
  }

  private async write(group: Waiting[]) {
    const segment = await this.segmentFor(group[0].frame);
    const pieces = group.flatMap(({ frame }) => [
      frameHeader(frame),
      frame.body,
    ]);
    const { bytesWritten } = await segment.file.writev(pieces);
    const wanted = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (bytesWritten !== wanted) {
      throw new Error(`${bytesWritten} of ${wanted} bytes fitted on the disk`);
    }
    await segment.file.datasync();
    const { frame } = group[group.length - 1];
    segment.bytes += wanted;
    segment.lastId = frame.id;
    segment.lastAt = frame.arrivedAt;
  }

  private async segmentFor(frame: Frame) {
    if (this.current && this.current.bytes < segmentBytes) return this.current;
    if (this.current) {
      const { file, ...segment } = this.current;
      await file.close();
      this.closed.push(segment);
    }
    const path = join(this.folder, `${String(frame.id).padStart(16, '0')}.log`);
    const file = await open(path, 'wx');
    // The file's name must survive too, and it stands in the folder.
    await syncFolder(this.folder);
    this.current = { path, file, lastId: frame.id, lastAt: 0, bytes: 0 };
    return this.current;
  }
}
