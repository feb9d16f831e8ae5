import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { compiling } from './compiling';
import { Keeper } from './Keeper';
import { Answer, json, post } from './post';

/** Bytes of the whole process, now and at the worst moment so far. */
export type Memory = { now: number; most: number };

/** What a receiver says, a line each. */
export type Said =
  | { port: number }
  | { report: CallsReport }
  | { line: string }
  | { lost: { cause: string; count: number } }
  | { notOpened: string }
  | { memory: Memory };

/** Pairs after 60 ms instead of half a minute. */
export const hasty = { reportEvery: '20ms', pairing: { within: '60ms' } };

/** Receivers in processes of their own, one after the other on the same folder; one keeper for all. */
export class ReceiverLives {
  /** what the present life logged */
  log: string[] = [];
  losses: Record<string, number> = {};
  /** why the present life could not begin to take spans */
  notOpened?: string;
  private child!: ChildProcess;
  private port!: Promise<number>;
  private heard = () => {};
  private tellMemory: (memory: Memory) => void = () => {};

  constructor(
    private readonly settings: { folder: string; body?: { within: string } },
    readonly keeper = new Keeper(),
  ) {
    this.live();
  }

  /** The answer; `undefined` when the connection broke. */
  async ask(
    body: BodyInit | Buffer,
    headers: Record<string, string>,
  ): Promise<Answer | undefined> {
    return post(await this.port, body, headers).catch(() => undefined);
  }

  /** As exporters do: sent again, as it was, when the connection breaks. */
  async askUntilAnswered(
    body: BodyInit | Buffer,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const answer = await this.ask(body, headers);
    return answer ?? this.askUntilAnswered(body, headers);
  }

  /** True when it was said that the spans are safe. */
  async send(body: string): Promise<boolean> {
    return (await this.ask(body, json))?.status === 200;
  }

  /** As exporters do: sent again, as it was, until it is safe. */
  async sendUntilSafe(body: string) {
    while (!(await this.send(body))) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  /** A connection of one's own. */
  get opened(): Promise<number> {
    return this.port;
  }

  async memory(): Promise<Memory> {
    return new Promise(resolve => {
      this.tellMemory = resolve;
      this.child.send('memory');
    });
  }

  /** As a crash does, at whatever it is doing; and the next life begins. */
  async kill() {
    await this.end('SIGKILL');
    this.live();
  }

  /** Resolves when something it says makes this true. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise(resolve => {
      this.heard = () => {
        if (isSo()) resolve();
      };
      this.heard();
    });
  }

  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') {
    const ended = once(this.child, 'close');
    this.child.kill(signal);
    await ended;
  }

  private live() {
    this.log = [];
    this.losses = {};
    this.notOpened = undefined;
    this.child = spawn(
      process.execPath,
      [
        ...compiling,
        require.resolve('./receiverProcess'),
        JSON.stringify({ ...hasty, ...this.settings }),
      ],
      { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
    );
    const lines = createInterface({ input: this.child.stdout! });
    this.port = new Promise(resolve => {
      lines.on('line', line => {
        // A line cut off by the kill was not confirmed, and comes again.
        if (line.endsWith('}')) this.hear(JSON.parse(line), resolve);
      });
    });
  }

  private hear(said: Said, tellPort: (port: number) => void) {
    if ('port' in said) tellPort(said.port);
    else if ('report' in said) this.keeper.keep(said.report);
    else if ('line' in said) this.log.push(said.line);
    else if ('memory' in said) this.tellMemory(said.memory);
    else if ('notOpened' in said) this.notOpened = said.notOpened;
    else {
      const { cause, count } = said.lost;
      this.losses[cause] = (this.losses[cause] ?? 0) + count;
    }
    this.heard();
  }
}
