import {
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { RowValues, RowWord } from '../engine/rowColumns';

type PartOf<Word extends RowWord> = {
  readonly word: Word;
  /** the whole fleet is asked about so often, for what changes without news */
  readonly every: Millis;
  /** those left out have nothing to show */
  read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, RowValues[Word]>>;
};

/** What a part has said about services, as it is read. */
export type RowAnswers = ReadonlyMap<ServiceRef, RowValues[RowWord]>;

/** What a feature shows in every row of the Fleet under its word. */
export type RowPart = { [Word in RowWord]: PartOf<Word> }[RowWord];
