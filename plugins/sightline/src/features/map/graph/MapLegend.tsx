import { makeStyles } from '@material-ui/core/styles';
import { EdgeMark } from './edgeLook';
import { MapColours } from './mapColours';
import { MarkGlyph } from './MarkGlyph';

type Sample = { word: string; draw: (colours: MapColours) => JSX.Element };

const line = (stroke: string, width: number, dash?: string) => (
  <path
    d="M1 8h26"
    stroke={stroke}
    strokeWidth={width}
    strokeDasharray={dash}
    strokeLinecap={dash?.startsWith('1.5') ? 'round' : undefined}
  />
);

const marked = (
  shape: EdgeMark['shape'],
  kind: EdgeMark['kind'],
  dash?: string,
) =>
  function Marked({ states, paper }: MapColours) {
    return (
      <g color={states[kind]}>
        {line('currentColor', 2, dash)}
        <g transform="translate(14 8)">
          <circle r="7.5" fill={paper} stroke="currentColor" />
          <g transform="scale(0.72)">
            <MarkGlyph shape={shape} />
          </g>
        </g>
      </g>
    );
  };

const plain: Sample[] = [
  {
    word: 'few, many calls',
    draw: ({ quiet }) => (
      <g stroke={quiet}>
        <path d="M1 5h26" strokeWidth="1.3" />
        <path d="M1 11h26" strokeWidth="5" />
      </g>
    ),
  },
  { word: 'asynchronous', draw: ({ quiet }) => line(quiet, 2.4, '8 5') },
  { word: '1 % fail', draw: marked('warn', 'warn') },
  { word: '5 % fail', draw: marked('bad', 'bad') },
  { word: 'undeclared', draw: marked('question', 'bad') },
  { word: 'unused', draw: marked('ring', 'idle', '1.5 5') },
];

const compared: Sample[] = [
  { word: 'new', draw: marked('plus', 'busy') },
  { word: 'gone', draw: marked('cross', 'idle', '1.5 5') },
  { word: 'better', draw: marked('dot', 'ok') },
];

export const legendSamples = (isCompared: boolean): Sample[] => [
  ...plain,
  ...(isCompared ? compared : []),
];

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 12,
    color: theme.palette.text.primary,
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
}));

type MapLegendProps = { colours: MapColours; isCompared: boolean };

/** How to read the lines. */
export const MapLegend = ({ colours, isCompared }: MapLegendProps) => (
  <ul className={useStyles().legend} aria-label="Legend">
    {legendSamples(isCompared).map(({ word, draw }) => (
      <li key={word}>
        <svg width="28" height="16" aria-hidden="true" style={{ flex: 'none' }}>
          {draw(colours)}
        </svg>
        {word}
      </li>
    ))}
  </ul>
);
