import {
  Instant,
  Millis,
  WorkloadKind,
} from '@sightline/backstage-plugin-sightline-common';
import { Refusal } from '../client/KubeClient';
import { TableName, tableOfKind } from '../engine/tables';
import { ResourceType } from './resourceTypes';

/** How far a clock may be off before it is worth saying. */
const tolerated = 60_000;

const why: Partial<Record<Refusal['why'], (type: ResourceType) => string>> = {
  forbidden: ({ name, group }) =>
    `${name} may not be listed or watched: the role needs list and watch for ${name}${
      group ? ` in ${group}` : ''
    }`,
  missing: ({ name, group, version }) =>
    `${name} are not known to this cluster as ${
      group ? `${group}/` : ''
    }${version}`,
};

const stays = new Set<Refusal['why']>(['forbidden', 'missing']);

/** Which types of a cluster can be seen, and what is wrong with the others. */
export class Health {
  readonly #states = new Map<ResourceType, 'listing' | 'well' | Refusal>();
  readonly #listed = new Set<TableName>();
  readonly #heard = new Map<ResourceType, Instant>();

  constructor(types: readonly ResourceType[]) {
    types.forEach(type => this.#states.set(type, 'listing'));
  }

  /** Whether that is news. */
  set(type: ResourceType, state: 'well' | Refusal): boolean {
    const before = this.#states.get(type);
    this.#states.set(type, state);
    if (state === 'well') this.#listed.add(type.name);
    return (
      (typeof before === 'object' ? before.fault.words : before) !==
      (typeof state === 'object' ? state.fault.words : state)
    );
  }

  heard(type: ResourceType, at: Instant): void {
    this.#heard.set(type, at);
  }

  /**
   * Whether workloads and pods were all heard of since then, as far as they may be
   * seen: then what is known of them holds still, though nothing changed.
   */
  isHeardSince(since: Instant): boolean {
    const telling = new Set<string>([...Object.values(tableOfKind), 'pods']);
    return [...this.#states].every(
      ([type, state]) =>
        !telling.has(type.name) ||
        (typeof state === 'object' && stays.has(state.why)) ||
        (state === 'well' && (this.#heard.get(type) ?? 0) >= since),
    );
  }

  get #all() {
    return [...this.#states.values()];
  }

  /** Each type was listed, or it is known why not. */
  get isSettled(): boolean {
    return !this.#all.includes('listing');
  }

  /** Types of which all is known, or was until a moment ago. */
  get seen(): ReadonlySet<TableName> {
    return this.#listed;
  }

  /** Why nothing can be seen at all, when that is so. */
  get ending(): Refusal | undefined {
    const refusals = this.#all.filter(one => typeof one === 'object');
    const unknown = refusals.find(
      ({ why: reason }) => reason === 'credentials',
    );
    if (unknown) return unknown;
    if (refusals.length < this.#states.size) return undefined;
    return (
      refusals.find(({ why: reason }) => reason !== 'missing') ?? refusals[0]
    );
  }

  /** Kinds of workloads of which nothing can be seen now, and why. */
  get unseen(): Partial<Record<WorkloadKind, string>> {
    const kinds = Object.entries(tableOfKind) as [WorkloadKind, TableName][];
    const types = [...this.#states.keys()];
    return Object.fromEntries(
      kinds.flatMap(([kind, table]) => {
        const type = types.find(({ name }) => name === table);
        const words = type && this.#gapOf(type);
        return words === undefined ? [] : [[kind, words]];
      }),
    );
  }

  #gapOf(type: ResourceType): string | undefined {
    const state = this.#states.get(type);
    if (typeof state !== 'object') return undefined;
    // Nobody misses what nobody installed.
    if (type.custom && state.why === 'missing') return undefined;
    const said = why[state.why]?.(type);
    return said ?? `${type.name} cannot be seen now: ${state.fault.words}`;
  }

  gaps(ahead: Millis): string[] {
    const words = [...this.#states.keys()].flatMap(
      type => this.#gapOf(type) ?? [],
    );
    if (Math.abs(ahead) <= tolerated) return words;
    const minutes = Math.round(Math.abs(ahead) / 60_000);
    const which = ahead > 0 ? 'ahead of' : 'behind';
    return [
      ...words,
      `Its clock is ${minutes} min ${which} ours: times that have not come yet are left out`,
    ];
  }
}
