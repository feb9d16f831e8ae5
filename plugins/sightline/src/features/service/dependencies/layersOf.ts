import {
  ContractState,
  DependencyDrift,
  DriftRow,
  Known,
} from '@sightline/backstage-plugin-sightline-common';
import { unknownWords } from '../../../ui/evidence/unknownWords';

/** How a layer of a dependency is drawn. */
export type LayerState = 'yes' | 'no' | 'well' | 'failed' | 'half' | 'unknown';

export type Layer = {
  name: 'declared' | 'seen' | 'contract';
  state: LayerState;
  /** enough by itself, for those who do not see the shape */
  words: string;
};

const contracts: Record<ContractState, [LayerState, string]> = {
  verified: ['well', 'contract verified'],
  failed: ['failed', 'contract failed'],
  never: ['half', 'contract never verified'],
  none: ['no', 'no contract'],
};

const plain = (
  name: 'declared' | 'seen',
  there: boolean,
  layer: Known<true>,
): Layer => {
  if (there) {
    return { name, state: 'yes', words: name };
  }
  return layer.state === 'known'
    ? { name, state: 'no', words: `not ${name}` }
    : {
        name,
        state: 'unknown',
        words: `${name}: unknown, ${unknownWords[layer.reason].short}`,
      };
};

const contractOf = (
  contract: ContractState | undefined,
  layer: Known<true>,
): Layer => {
  if (contract) {
    const [state, words] = contracts[contract];
    return { name: 'contract', state, words };
  }
  const words =
    layer.state === 'known'
      ? 'contract: not known, or none is made for this'
      : `contract: unknown, ${unknownWords[layer.reason].short}`;
  return { name: 'contract', state: 'unknown', words };
};

/** What each layer says about one dependency; a missing layer says nothing, never "no". */
export const layersOf = (
  row: DriftRow,
  layers: DependencyDrift['layers'],
): Layer[] => [
  plain('declared', row.declared.length > 0, layers.declared),
  plain('seen', row.seen !== undefined, layers.seen),
  contractOf(row.contract, layers.contracted),
];
