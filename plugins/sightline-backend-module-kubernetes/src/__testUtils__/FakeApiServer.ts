import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, ServerOptions } from 'node:https';
import { AddressInfo, Socket } from 'node:net';
import { kinds, listKinds, matches } from './apiKinds';
import { KubeObject } from './objects';

/** How it feels, for whatever is asked from now on. */
export type ServerMood =
  | 'well'
  | 'hangs'
  | 'unknown-user'
  | { status: number; body?: string; headers?: Record<string, string> };

type Change = {
  version: number;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubeObject;
};
type Watcher = {
  response: ServerResponse;
  wants: (object: KubeObject) => boolean;
};

/** One type: its objects by namespace and name, and what became of them. */
type Shelf = {
  objects: Map<string, KubeObject>;
  changes: Change[];
  watchers: Set<Watcher>;
};

/** What was asked, counted. */
export type Counts = {
  lists: Record<string, number>;
  watches: Record<string, number>;
};

const keyOf = ({ metadata: { namespace = '', name } }: KubeObject) =>
  `${namespace}/${name}`;

const status = (code: number, reason: string, message = reason) => ({
  ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' },
  ...{ message, reason, code },
});

/**
 * An API server that holds objects and speaks HTTP as the real one does: lists in
 * pages whose tokens expire, watches with bookmarks, 410 for what is too old. It
 * can also be unwell in every way the real one is.
 */
export class FakeApiServer {
  readonly token = 'let-me-in-7c1e';
  mood: ServerMood = 'well';
  /** whether it answers those who show no token, too */
  anyone = false;
  /** added to the times it tells */
  clockAhead = 0;
  readonly forbidden = new Set<string>();
  readonly absent = new Set<string>(['rollouts', 'applications', 'canaries']);
  counts: Counts = { lists: {}, watches: {} };
  readonly asked: { path: string; authorization?: string }[] = [];
  /** pages of a type that may still be read before their token expires, once */
  readonly pagesUntilExpired = new Map<string, number>();
  /** called when a page has expired, before that is told */
  whenExpired = () => {};

  readonly #shelves = new Map<string, Shelf>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #version = 1000;
  #oldest = 0;

  private constructor(private readonly tls: ServerOptions | undefined) {
    const answer = (incoming: IncomingMessage, response: ServerResponse) => {
      response.on('error', () => {});
      this.#answer(incoming, response);
    };
    this.#server = tls ? createTlsServer(tls, answer) : createServer(answer);
    this.#server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async start(tls?: ServerOptions): Promise<FakeApiServer> {
    const fake = new FakeApiServer(tls);
    await new Promise<void>(resolve => {
      fake.#server.listen(0, '127.0.0.1', resolve);
    });
    return fake;
  }

  get url() {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #shelf(name: string): Shelf {
    const known = this.#shelves.get(name);
    if (known) return known;
    const shelf: Shelf = {
      objects: new Map(),
      changes: [],
      watchers: new Set(),
    };
    this.#shelves.set(name, shelf);
    return shelf;
  }

  /** Makes or changes an object; whoever watches hears of it. */
  put(name: string, object: KubeObject): void {
    const shelf = this.#shelf(name);
    const type = shelf.objects.has(keyOf(object)) ? 'MODIFIED' : 'ADDED';
    this.#version += 1;
    const made = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.#version) },
    };
    shelf.objects.set(keyOf(object), made);
    this.#tell(shelf, { version: this.#version, type, object: made });
  }

  remove(name: string, object: KubeObject): void {
    const shelf = this.#shelf(name);
    this.#version += 1;
    shelf.objects.delete(keyOf(object));
    const gone = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.#version) },
    };
    this.#tell(shelf, {
      version: this.#version,
      type: 'DELETED',
      object: gone,
    });
  }

  /** Says something to all who watch, as it is. */
  say(name: string, line: string): void {
    this.#shelf(name).watchers.forEach(({ response }) =>
      response.write(`${line}\n`),
    );
  }

  bookmark(name: string): void {
    const metadata = { resourceVersion: String(this.#version) };
    this.say(
      name,
      JSON.stringify({
        type: 'BOOKMARK',
        object: { ...kinds[name], metadata },
      }),
    );
  }

  #tell(shelf: Shelf, change: Change) {
    if (shelf.changes.push(change) > 1000) shelf.changes.shift();
    const line = `${JSON.stringify({
      type: change.type,
      object: change.object,
    })}\n`;
    shelf.watchers.forEach(({ response, wants }) => {
      if (wants(change.object)) response.write(line);
    });
  }

  watching(name: string): number {
    return this.#shelf(name).watchers.size;
  }

  /** Everything that happened until now is forgotten: who asks from there has to list. */
  forget(): void {
    this.#oldest = this.#version + 1;
    this.#version += 1;
    this.#shelves.forEach(shelf => {
      shelf.changes = [];
    });
  }

  /** Tears all connections down. */
  drop(): void {
    this.#sockets.forEach(socket => socket.resetAndDestroy());
  }

  #answer(incoming: IncomingMessage, response: ServerResponse) {
    const url = new URL(incoming.url ?? '/', 'http://fake');
    const { authorization } = incoming.headers;
    this.asked.push({ path: url.pathname, authorization });
    const date = new Date(Date.now() + this.clockAhead).toUTCString();
    response.setHeader('date', date);
    const json = (code: number, body: unknown) => {
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (this.mood === 'hangs') return;
    if (typeof this.mood === 'object') {
      response.writeHead(this.mood.status, this.mood.headers);
      response.end(this.mood.body);
      return;
    }
    const isKnown = this.anyone || authorization === `Bearer ${this.token}`;
    if (this.mood === 'unknown-user' || !isKnown) {
      json(401, status(401, 'Unauthorized'));
      return;
    }
    this.#route(url, response, json);
  }

  #route(
    url: URL,
    response: ServerResponse,
    json: (code: number, body: unknown) => void,
  ) {
    const discovered = listKinds(url.pathname, this.absent);
    if (discovered) {
      json(200, discovered);
      return;
    }
    const found = url.pathname.match(
      /^\/apis?\/(?:[a-z0-9.]+\/)?v\w+\/(?:namespaces\/([^/]+)\/)?([a-z]+)(?:\/([^/]+))?$/,
    );
    const [, namespace, name = '', one] = found ?? [];
    if (!kinds[name] || this.absent.has(name)) {
      json(
        404,
        status(
          404,
          'NotFound',
          'the server could not find the requested resource',
        ),
      );
    } else if (this.forbidden.has(name)) {
      const message = `${name} is forbidden: User "system:serviceaccount:sightline" cannot list resource "${name}"`;
      json(403, status(403, 'Forbidden', message));
    } else if (one) {
      const object = this.#shelf(name).objects.get(`${namespace ?? ''}/${one}`);
      json(
        object ? 200 : 404,
        object ? { ...kinds[name], ...object } : status(404, 'NotFound'),
      );
    } else if (url.searchParams.get('watch')) {
      this.#watch(name, url, response);
    } else {
      this.#list(name, { url, namespace, json });
    }
  }

  #list(
    name: string,
    {
      url,
      namespace,
      json,
    }: {
      url: URL;
      namespace?: string;
      json: (code: number, body: unknown) => void;
    },
  ) {
    this.counts.lists[name] = (this.counts.lists[name] ?? 0) + 1;
    const token = url.searchParams.get('continue');
    const [from, version] = token
      ? token.split('.').map(Number)
      : [0, this.#version];
    const pagesLeft = this.pagesUntilExpired.get(name) ?? Infinity;
    if (token && (version < this.#oldest || pagesLeft <= 0)) {
      this.pagesUntilExpired.delete(name);
      this.whenExpired();
      json(
        410,
        status(410, 'Expired', 'The provided continue parameter is too old'),
      );
      return;
    }
    if (pagesLeft < Infinity) this.pagesUntilExpired.set(name, pagesLeft - 1);
    const wants = matches(url.searchParams.get('fieldSelector'), namespace);
    const all = [...this.#shelf(name).objects.values()].filter(wants);
    const limit = Number(url.searchParams.get('limit') ?? 0) || all.length;
    const next = from + limit;
    const { kind, apiVersion } = kinds[name];
    json(200, {
      ...{ kind: `${kind}List`, apiVersion },
      metadata: {
        resourceVersion: String(version),
        ...(next < all.length && {
          continue: `${next}.${version}`,
          remainingItemCount: all.length - next,
        }),
      },
      items: all.slice(from, next),
    });
  }

  #watch(name: string, url: URL, response: ServerResponse) {
    this.counts.watches[name] = (this.counts.watches[name] ?? 0) + 1;
    const from = Number(url.searchParams.get('resourceVersion') ?? 0);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (from < this.#oldest) {
      const expired = status(
        410,
        'Expired',
        `too old resource version: ${from}`,
      );
      response.end(`${JSON.stringify({ type: 'ERROR', object: expired })}\n`);
      return;
    }
    const shelf = this.#shelf(name);
    const wants = matches(url.searchParams.get('fieldSelector'), undefined);
    for (const { version, type, object } of shelf.changes) {
      if (version > from && wants(object)) {
        response.write(
          `${JSON.stringify({
            type,
            object: { ...kinds[name], ...object },
          })}\n`,
        );
      }
    }
    const watcher = { response, wants };
    shelf.watchers.add(watcher);
    response.on('close', () => shelf.watchers.delete(watcher));
  }
}
