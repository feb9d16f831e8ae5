import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { CopyButton } from '../../ui/CopyButton';
import { ExportButtons } from '../../ui/export/ExportButtons';
import {
  KeyMeaning,
  KeyboardHelp,
  gridKeyMeanings,
} from '../../ui/keys/KeyboardHelp';
import { matrixKeyMeanings } from './matrix/useMatrixKeys';
import { pairExport } from './table/pairExport';
import { ContractsPageProps } from './useContracts';

const common: KeyMeaning[] = [
  ['m  t', 'matrix, table'],
  ['Esc', 'close what is looked at'],
];

const keysOf = (shown: 'matrix' | 'table'): KeyMeaning[] => {
  const [filter] = gridKeyMeanings;
  const help = gridKeyMeanings[gridKeyMeanings.length - 1];
  const own: KeyMeaning[] =
    shown === 'matrix'
      ? matrixKeyMeanings
      : gridKeyMeanings
          .slice(1, -1)
          .filter(([keys]) => keys !== 'Ctrl Enter')
          .map(([keys, meaning]) =>
            keys === 'Enter'
              ? [keys, 'look at the contract more closely']
              : [keys, meaning],
          );
  return [filter, ...own, ...common, help];
};

const useStyles = makeStyles(theme => ({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 4,
    marginLeft: 'auto',
    [theme.breakpoints.down('xs')]: {
      flexWrap: 'nowrap',
      overflowX: 'auto',
      marginLeft: 0,
      padding: 2,
    },
  },
}));

const copyLink = {
  label: 'Copy link',
  text: () => window.location.href,
  otherwise: 'Copy it from the address bar',
};

type ContractsToolsProps = ContractsPageProps & { shown: 'matrix' | 'table' };

/** Matrix or table, in which order, and what can be done with all of it. */
export const ContractsTools = (props: ContractsToolsProps) => {
  const { query, matrix, shown, onView, onSort } = props;
  return (
    <div className={useStyles().tools}>
      {shown === 'matrix' && (
        <Choice
          label="Order of the matrix"
          value={query.sort === 'state' ? 'state' : 'consumer'}
          options={[
            ['state', 'worst first'],
            ['consumer', 'by name'],
          ]}
          onChange={by => onSort({ by, order: 'asc' })}
        />
      )}
      {(['matrix', 'table'] as const).map(view => (
        <Button
          key={view}
          variant={shown === view ? 'contained' : 'outlined'}
          color={shown === view ? 'primary' : 'default'}
          disableElevation
          aria-pressed={shown === view}
          onClick={() => onView(view)}
        >
          {view === 'matrix' ? 'Matrix' : 'Table'}
        </Button>
      ))}
      <ExportButtons
        of="Contracts"
        file="contracts"
        rows={matrix.value?.pairs ?? []}
        columns={pairExport}
      />
      <CopyButton {...copyLink} />
      <KeyboardHelp keys={keysOf(shown)} />
    </div>
  );
};
