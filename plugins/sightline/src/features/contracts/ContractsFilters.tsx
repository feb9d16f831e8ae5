import { useRef } from 'react';
import { Choice } from '../../ui/Choice';
import { pairStates, pairWords } from '../../ui/contracts/contractWords';
import type { Facet } from '../../ui/filter/Facet';
import { FilterBar } from '../../ui/filter/FilterBar';
import { TextFilter } from '../../ui/filter/TextFilter';
import { useHotkey } from '../../ui/keys/useHotkey';
import { ContractsPageProps } from './useContracts';

const stateFacet = ({ query, matrix }: ContractsPageProps): Facet => ({
  id: 'state',
  title: 'State',
  chosen: query.state,
  options: pairStates.map(state => ({
    value: state,
    label: pairWords[state].word,
    count: matrix.value?.counts[state],
  })),
});

/** Environments by name: several brokers may have one of the same name. */
const environmentOptions = ({ query, matrix }: ContractsPageProps) => {
  const titles = new Map(
    matrix.value?.environments.map(({ name, displayName }) => [
      name,
      `in ${displayName}`,
    ]),
  );
  const { environment } = query;
  if (environment && !titles.has(environment)) {
    titles.set(environment, `in ${environment}`);
  }
  return [['', 'newest pacts'] as const, ...titles];
};

type ContractsFiltersProps = ContractsPageProps & { onLeave: () => void };

/** By name, by environment, by state. */
export const ContractsFilters = (props: ContractsFiltersProps) => {
  const field = useRef<HTMLInputElement>(null);
  const { query } = props;
  useHotkey('/', () => field.current?.focus());
  return (
    <FilterBar
      facets={[stateFacet(props)]}
      toggles={[]}
      onFacet={(_, state) => props.onStateToggle(state)}
      onToggle={() => {}}
      onClear={props.onClear}
    >
      <TextFilter
        label="Filter contracts"
        value={query.q}
        onChange={props.onText}
        onLeave={props.onLeave}
        inputRef={field}
      />
      <Choice
        label="Environment"
        value={query.environment ?? ''}
        options={environmentOptions(props)}
        onChange={props.onEnvironment}
      />
    </FilterBar>
  );
};
