import { makeStyles } from '@material-ui/core/styles';
import { DriftRow } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { EntityLink } from '../../../ui/EntityLink';
import { Quantity } from '../../../ui/Quantity';
import { count, duration } from '../../../ui/figures';
import { whatIs } from '../../../ui/party/partyWords';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';

const useStyles = makeStyles(theme => ({
  why: { margin: theme.spacing(0, 0, 0.5) },
  details: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    fontSize: 13,
    '& dt': { color: quiet(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

const relations: Record<DriftRow['declared'][number]['relation'], string> = {
  dependsOn: 'depends on',
  consumesApi: 'consumes API',
};

const is = ({ target }: DriftRow): [string, ReactNode] => [
  'It is',
  target.kind === 'service' ? 'a service' : whatIs(target),
];

const declared = (row: DriftRow): [string, ReactNode][] =>
  row.declared.map(({ relation, ref }) => [
    'Declared',
    <>
      {relations[relation]} <EntityLink entityRef={ref}>{ref}</EntityLink>
    </>,
  ]);

const seen = ({ seen: told }: DriftRow): [string, ReactNode][] => {
  if (!told) {
    return [];
  }
  const { calls, errors, p50, p95 } = told.figures;
  const waits = told.modes.map(mode =>
    mode === 'sync' ? 'waits for the answer' : 'sends messages',
  );
  return [
    [
      'Seen',
      <>
        {count(calls)} calls, {count(errors)} failed · {waits.join(', ')} · last{' '}
        <Age at={told.lastSeen} />
      </>,
    ],
    ...(p50 === undefined || p95 === undefined
      ? []
      : [
          [
            'Takes',
            <>
              p50 <Quantity of={duration(p50)} />, p95{' '}
              <Quantity of={duration(p95)} />
            </>,
          ] as [string, ReactNode],
        ]),
  ];
};

/** Why the verdict is what it is, and all that it rests on. */
export const DriftDetail = ({ row }: { row: DriftRow }) => {
  const classes = useStyles();
  return (
    <>
      <p className={classes.why}>{row.why}</p>
      <dl className={classes.details}>
        {[is(row), ...declared(row), ...seen(row)].map(
          ([name, value], index) => [
            <dt key={`${index} name`}>{name}</dt>,
            <dd key={index}>{value}</dd>,
          ],
        )}
      </dl>
    </>
  );
};
