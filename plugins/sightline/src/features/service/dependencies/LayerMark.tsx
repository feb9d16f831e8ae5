import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';
import { useStateColours } from '../../../ui/state/useStateColours';
import { Layer, LayerState } from './layersOf';

const ring = (
  <circle
    cx="7"
    cy="7"
    r="4.7"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
  />
);

/** Six outlines that differ without colour: ● ○ ✓ ✗ ◐ and a dash */
const shapes: Record<LayerState, JSX.Element> = {
  yes: <circle cx="7" cy="7" r="5" fill="currentColor" />,
  no: ring,
  well: (
    <path
      d="M2.5 7.5 5.8 10.8 11.5 3.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
    />
  ),
  failed: (
    <path
      d="M3 3 11 11M11 3 3 11"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
    />
  ),
  half: (
    <>
      {ring}
      <path d="M7 2.3a4.7 4.7 0 0 0 0 9.4Z" fill="currentColor" />
    </>
  ),
  unknown: <path d="M3.5 7h7" stroke="currentColor" strokeWidth="1.5" />,
};

const useStyles = makeStyles(theme => ({
  mark: { display: 'inline-flex', alignItems: 'center', gap: 5 },
  quiet: { color: quiet(theme) },
}));

type LayerMarkProps = {
  layer: Layer;
  /** says the words beside the shape, where no heading names the layer */
  said?: boolean;
};

/** One layer of one dependency: a shape, and its words on hover or beside it. */
export const LayerMark = ({ layer, said = false }: LayerMarkProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  const { state, words } = layer;
  const plain = state === 'no' || state === 'unknown';
  const named = said ? {} : { role: 'img', 'aria-label': words };
  return (
    <span
      className={`${classes.mark} ${plain ? classes.quiet : ''}`}
      style={state === 'failed' ? { color: colours.bad } : undefined}
      title={words}
      {...named}
    >
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        aria-hidden="true"
        data-layer={state}
      >
        {shapes[state]}
      </svg>
      {said && (state === 'unknown' ? `${layer.name} unknown` : words)}
    </span>
  );
};
