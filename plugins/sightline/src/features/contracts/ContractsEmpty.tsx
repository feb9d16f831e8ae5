import { ContractMatrix } from '@sightline/backstage-plugin-sightline-common';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { ContractsQuery, isFiltered } from './contractsQuery';
import { brokerConfig } from './emptyConfig';
import { ContractsPageProps } from './useContracts';

export type Emptiness =
  | 'filtered'
  | 'not-configured'
  | 'nothing-there'
  | 'no-pacts';

/** Why there is no pair; undefined: there are some. */
export const emptinessOf = (
  matrix: ContractMatrix,
  query: ContractsQuery,
): Emptiness | undefined => {
  if (matrix.pairs.length > 0) return undefined;
  if (!matrix.evidence) return 'not-configured';
  if (isFiltered(query)) return 'filtered';
  return query.environment ? 'nothing-there' : 'no-pacts';
};

type ContractsEmptyProps = Pick<
  ContractsPageProps,
  'query' | 'onClear' | 'onEnvironment'
> & { emptiness: Emptiness };

/** Nothing is there, each time for another reason, and something else is to be done. */
export const ContractsEmpty = (props: ContractsEmptyProps) => {
  const { emptiness, query, onClear, onEnvironment } = props;
  switch (emptiness) {
    case 'filtered':
      return (
        <EmptyPanel
          title="No contract fits these filters"
          action={{ label: 'Clear all filters', onClick: onClear }}
        >
          Every word must occur in the name of one of the two, on the broker or
          in the catalog.
        </EmptyPanel>
      );
    case 'nothing-there':
      return (
        <EmptyPanel
          title={`No contracts meet in ${query.environment}`}
          action={{
            label: 'Show the newest pacts',
            onClick: () => onEnvironment(''),
          }}
        >
          No version that has a pact is recorded as deployed or released there.
          Let your pipeline say so after each deployment:{' '}
          <code>
            pact-broker record-deployment --environment {query.environment}
          </code>
        </EmptyPanel>
      );
    case 'no-pacts':
      return (
        <EmptyPanel title="No pact is published yet">
          The broker was asked and knows no pair of consumer and provider. As
          soon as a consumer’s build publishes its first pact, it stands here
          within minutes.
        </EmptyPanel>
      );
    default:
      return (
        <EmptyPanel title="No contracts are known" config={brokerConfig}>
          Contracts are read from a Pact Broker or from PactFlow. None was
          mirrored yet: if one is set up, the Sources page says what it is
          waiting for; if not, this is all it takes:
        </EmptyPanel>
      );
  }
};
