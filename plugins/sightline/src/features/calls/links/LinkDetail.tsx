import { makeStyles } from '@material-ui/core/styles';
import { CallLink } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { CallRate } from '../../../ui/CallRate';
import { ErrorShare } from '../../../ui/ErrorShare';
import { Quantity } from '../../../ui/Quantity';
import { verdictWords } from '../../../ui/drift/verdictWords';
import { count, duration, plural } from '../../../ui/figures';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';
import { evidenceWords, protocolWords } from '../../../ui/callWords';
import { Direction, bothViews, modeWords } from '../callWords';

const useStyles = makeStyles(theme => ({
  detail: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    gap: theme.spacing(1.5, 4),
    alignItems: 'start',
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    fontSize: 13,
    '& dt': { color: quiet(theme) },
    '& dd': { margin: 0, minWidth: 0 },
  },
  operations: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    '&& th, && td': { padding: '3px 8px 3px 0', textAlign: 'right' },
    '&& th': { color: quiet(theme), fontSize: 12, fontWeight: 600 },
    '&& th:first-child, && td:first-child': {
      textAlign: 'left',
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
    },
    '&& tr': { border: 0, height: 'auto' },
  },
}));

type LinkDetailProps = { link: CallLink; direction: Direction };

const factsOf = ({ link, direction }: LinkDetailProps) => {
  const { protocols, modes, evidence, retries, figures, verdict } = link;
  const facts: [string, ReactNode][] = [
    ['Both views', bothViews(link, direction) ?? 'Only one side told.'],
    [
      'By',
      `${protocols
        .map(one => protocolWords[one])
        .join(', ')}; the caller ${modes
        .map(one => modeWords[one])
        .join(', or ')}`,
    ],
    ['Rests on', evidence.map(one => evidenceWords[one]).join('; ')],
    [
      'Retries',
      retries > 0
        ? `${count(retries)} of ${plural(
            figures.calls,
            'call',
          )} were tried again`
        : 'none seen',
    ],
    [
      'Seen',
      <>
        first <Age at={link.firstSeen} />, last <Age at={link.lastSeen} />
      </>,
    ],
  ];
  return verdict
    ? [...facts, ['Catalog', verdictWords[verdict].meaning] as [string, string]]
    : facts;
};

/** All that is known of the calls between two, operation by operation. */
export const LinkDetail = (props: LinkDetailProps) => {
  const classes = useStyles();
  return (
    <div className={classes.detail}>
      <Operations {...props} />
      <dl className={classes.facts}>
        {factsOf(props).map(([name, value]) => [
          <dt key={`${name} name`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
    </div>
  );
};

const Operations = ({ link }: LinkDetailProps) => {
  const classes = useStyles();
  return (
    <table className={classes.operations} aria-label="By operation">
      <thead>
        <tr>
          <th scope="col">Operation</th>
          <th scope="col">Rate</th>
          <th scope="col">Errors</th>
          <th scope="col">p95</th>
        </tr>
      </thead>
      <tbody>
        {link.operations.map(({ operation, figures }) => (
          <tr key={operation}>
            <td>{operation || 'operation not told'}</td>
            <td>
              <CallRate of={figures} />
            </td>
            <td>
              <ErrorShare of={figures} />
            </td>
            <td>
              <Quantity
                of={
                  figures.p95 === undefined ? undefined : duration(figures.p95)
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
