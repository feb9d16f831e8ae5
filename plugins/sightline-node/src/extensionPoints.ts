import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  FactDefinition,
  FactReading,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { IndicatorSource, StatedObjective } from './indicators/IndicatorSource';
import { ContractBroker } from './contracts/ContractBroker';
import { Source } from './source/Source';
import { Clue } from './source/SourceReport';

/** @public */
export interface SourcesExtensionPoint {
  addSource(source: Source): void;
}

/**
 * Adds a source: one backend module of plugin `sightline`.
 * @public
 */
export const sightlineSourcesExtensionPoint =
  createExtensionPoint<SourcesExtensionPoint>({ id: 'sightline.sources' });

/**
 * Facts that need no source of their own: computed from what the asking side
 * hands over, or read from somewhere inside the company.
 * @public
 */
export interface FactProvider {
  readonly definitions: readonly FactDefinition[];
  /** at most one reading a fact and service; a service without readings is left out */
  read(
    services: readonly ServiceRef[],
    context: { signal: AbortSignal },
  ): Promise<ReadonlyMap<ServiceRef, FactReading[]>>;
}

/** @public */
export interface FactsExtensionPoint {
  /** facts that sources deliver in their reports must be defined too */
  addDefinitions(definitions: readonly FactDefinition[]): void;
  addProvider(provider: FactProvider): void;
}

/** @public */
export const sightlineFactsExtensionPoint =
  createExtensionPoint<FactsExtensionPoint>({ id: 'sightline.facts' });

/** Words by which people may look for services. @public */
export interface ClueProvider {
  readonly id: string;
  read(
    services: readonly ServiceRef[],
    context: { signal: AbortSignal },
  ): Promise<Clue[]>;
}

/** @public */
export interface CluesExtensionPoint {
  addProvider(provider: ClueProvider): void;
}

/** @public */
export const sightlineCluesExtensionPoint =
  createExtensionPoint<CluesExtensionPoint>({ id: 'sightline.clues' });

/** Objectives that some other place of the company states. @public */
export interface ObjectiveProvider {
  /** names the place, as in `origin.where` */
  readonly id: string;
  /** all of them, every time; asked every few minutes */
  read(context: { signal: AbortSignal }): Promise<StatedObjective[]>;
}

/** @public */
export interface ObjectivesExtensionPoint {
  /** something that can measure objectives: a monitoring system */
  addIndicatorSource(source: IndicatorSource): void;
  addProvider(provider: ObjectiveProvider): void;
}

/** @public */
export const sightlineObjectivesExtensionPoint =
  createExtensionPoint<ObjectivesExtensionPoint>({
    id: 'sightline.objectives',
  });

/** @public */
export interface ContractsExtensionPoint {
  /** beside the source that mirrors it */
  addBroker(broker: ContractBroker): void;
}

/** @public */
export const sightlineContractsExtensionPoint =
  createExtensionPoint<ContractsExtensionPoint>({ id: 'sightline.contracts' });
