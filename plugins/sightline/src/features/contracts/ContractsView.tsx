import { Theme, makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useRef } from 'react';
import { useHotkey } from '../../ui/keys/useHotkey';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { StaleNote } from '../../ui/panels/StaleNote';
import { ContractsBody } from './ContractsBody';
import { ContractsEmpty, emptinessOf } from './ContractsEmpty';
import { ContractsFilters } from './ContractsFilters';
import { ContractsSummary } from './ContractsSummary';
import { ContractsTools } from './ContractsTools';
import { DeployForm } from './deploy/DeployForm';
import { LookPanel } from './panel/LookPanel';
import { ContractsPageProps } from './useContracts';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.25),
    padding: theme.spacing(1, 3, 2),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.5, 1.5, 1.5) },
  },
  ask: {
    padding: theme.spacing(1, 1.5),
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    minHeight: 32,
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    alignItems: 'start',
  },
  beside: {
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(0, 1fr) 400px',
    },
  },
}));

/** A matrix needs room; on a phone the table says the same in less of it. */
function useShown({ query }: ContractsPageProps): 'matrix' | 'table' {
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), {
    noSsr: true,
  });
  return query.view ?? (isNarrow ? 'table' : 'matrix');
}

/** The picture of all contracts: the question, the filters, the matrix or the table, the panel. */
export const ContractsView = (props: ContractsPageProps) => {
  const classes = useStyles();
  const page = useRef<HTMLDivElement>(null);
  const { matrix, query, draft } = props;
  const { state, value, problem, since, retry } = matrix;
  const shown = useShown(props);
  useHotkey('Escape', props.onClose);
  useHotkey('m', () => props.onView('matrix'));
  useHotkey('t', () => props.onView('table'));
  if (state === 'failed' && problem) {
    return (
      <div className={classes.page}>
        <ProblemPanel problem={problem} what="the contracts" onRetry={retry} />
      </div>
    );
  }
  const emptiness =
    state === 'ok' && value ? emptinessOf(value, query) : undefined;
  if (emptiness === 'not-configured') {
    return (
      <div className={classes.page}>
        <ContractsEmpty {...props} emptiness={emptiness} />
      </div>
    );
  }
  const isBeside = query.look !== undefined || draft.version !== undefined;
  return (
    <div className={classes.page} ref={page}>
      <div className={classes.ask}>
        <DeployForm
          draft={draft}
          environments={value?.environments}
          onAsk={props.onAsk}
        />
      </div>
      <ContractsFilters
        {...props}
        onLeave={() =>
          page.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
        }
      />
      <div className={classes.line}>
        <ContractsSummary {...props} />
        <ContractsTools {...props} shown={shown} />
      </div>
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      <div className={`${classes.body} ${isBeside ? classes.beside : ''}`}>
        {emptiness ? (
          <ContractsEmpty {...props} emptiness={emptiness} />
        ) : (
          <ContractsBody {...props} shown={shown} />
        )}
        <LookPanel {...props} />
      </div>
    </div>
  );
};
