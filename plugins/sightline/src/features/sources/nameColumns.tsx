import { Alias } from '@sightline/backstage-plugin-sightline-common';
import { percent } from '../../ui/figures';
import type { GridColumn } from '../../ui/grid/GridColumn';
import { StateBadge } from '../../ui/state/StateBadge';
import { Age } from '../../ui/time/Age';
import { decidable, serviceFor } from './decisions';
import { ServicePicker } from './ServicePicker';
import { aliasStateShown } from './sourceWords';
import { Names } from './useNames';
import { Button } from '../../ui/Button';

type NameColumn = GridColumn<Alias>;
type Doing = Pick<
  Names,
  'selection' | 'chosen' | 'forbidden' | 'onChoose' | 'onDecide'
>;

const name = ({ selection, forbidden }: Doing): NameColumn => ({
  id: 'name',
  title: 'Outside name',
  width: 250,
  grow: 2,
  leaves: 0,
  cell: (alias, tools) => (
    <label
      title={`${alias.outside.kind} ${alias.outside.namespace} ${alias.outside.name}`}
    >
      <input
        type="checkbox"
        {...tools}
        checked={selection.isSelected(alias)}
        disabled={forbidden !== undefined}
        aria-label={`Select ${alias.outside.name}`}
        onChange={() => selection.onToggle(alias)}
      />{' '}
      <strong>{alias.outside.name}</strong>
      <small>
        {' '}
        {[alias.outside.kind, alias.outside.namespace]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </label>
  ),
});

const state: NameColumn = {
  id: 'state',
  title: 'State',
  width: 112,
  leaves: 2,
  detail: true,
  cell: alias => (
    <StateBadge
      {...aliasStateShown[alias.state]}
      title={alias.decidedBy && `decided by ${alias.decidedBy}`}
    />
  ),
};

const service = ({ chosen, forbidden, onChoose }: Doing): NameColumn => ({
  id: 'service',
  title: 'Stands for',
  width: 170,
  grow: 1,
  leaves: 1,
  detail: true,
  cell: (alias, tools) => (
    <ServicePicker
      {...tools}
      alias={alias}
      chosen={serviceFor(alias, chosen)}
      disabled={
        forbidden !== undefined ||
        !['suggested', 'unmatched', 'matched'].includes(alias.state)
      }
      onChoose={ref => onChoose(alias, ref)}
    />
  ),
});

/** Of the service that is chosen; a person's own choice has neither score nor reason. */
const candidateOf = (alias: Alias, { chosen }: Doing) => {
  const ref = serviceFor(alias, chosen);
  return (
    alias.candidates.find(candidate => candidate.service === ref) ??
    (alias.service === ref
      ? { score: alias.score, reason: alias.reason }
      : undefined)
  );
};

const score = (doing: Doing): NameColumn => ({
  id: 'score',
  title: 'Score',
  width: 72,
  leaves: 4,
  numeric: true,
  cell: alias => {
    const found = candidateOf(alias, doing)?.score;
    return found === undefined ? '–' : percent(found);
  },
});

const reason = (doing: Doing): NameColumn => ({
  id: 'reason',
  title: 'Reason',
  width: 220,
  grow: 3,
  leaves: 5,
  cell: alias => {
    const words = candidateOf(alias, doing)?.reason ?? 'nothing fits';
    return <span title={words}>{words}</span>;
  },
});

const seen: NameColumn = {
  id: 'seen',
  title: 'Last seen',
  width: 160,
  leaves: 6,
  cell: alias => (
    <>
      <Age at={alias.lastSeen} /> <small>{alias.seenBy}</small>
    </>
  ),
};

const verbs = [
  { verb: 'accept', title: 'Accept' },
  { verb: 'reject', title: 'Reject' },
  { verb: 'undo', title: 'Undo' },
] as const;

const actions = ({ chosen, forbidden, onDecide }: Doing): NameColumn => ({
  id: 'actions',
  title: 'Decide',
  width: 150,
  leaves: 3,
  detail: true,
  cell: (alias, tools) => {
    const decided = decidable([alias], 'undo', chosen).length > 0;
    return verbs
      .filter(({ verb }) => (verb === 'undo') === decided)
      .filter(({ verb }) => decidable([alias], verb, chosen).length > 0)
      .map(({ verb, title }) => (
        <Button
          key={verb}
          {...tools}
          style={{ minWidth: 0, padding: '0 8px' }}
          disabled={forbidden !== undefined}
          aria-label={`${title} ${alias.outside.name}`}
          onClick={() => onDecide([alias], verb)}
        >
          {title}
        </Button>
      ));
  },
});

export const nameColumns = (doing: Doing): NameColumn[] => [
  name(doing),
  service(doing),
  score(doing),
  reason(doing),
  state,
  seen,
  actions(doing),
];
