import { useTheme } from '@material-ui/core/styles';
import { CallLink } from '@sightline/backstage-plugin-sightline-common';
import { errorKind } from '../../../ui/errorKind';
import { quiet } from '../../../ui/state/quiet';
import { useStateColours } from '../../../ui/state/useStateColours';
import { edgeWidth } from './neighbourLayout';

type EdgeProps = {
  link: CallLink;
  /** calls of the busiest edge in sight */
  most: number;
  path: string;
  end: { x: number; y: number };
  faded?: boolean;
};

const isAsync = ({ modes }: CallLink) => !modes.includes('sync');

/** Weight says how many calls, colour how many fail, dashes that nobody waits. */
export const Edge = ({ link, most, path, end, faded }: EdgeProps) => {
  const colours = useStateColours();
  const theme = useTheme();
  const kind = errorKind(link.figures.errorRatio);
  const colour = kind ? colours[kind] : quiet(theme);
  const width = edgeWidth(link.figures.calls, most);
  const tip = 4 + width;
  return (
    <g opacity={faded ? 0.25 : 0.9}>
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={
          isAsync(link) ? `${width * 1.4 + 3} ${width + 3}` : undefined
        }
      />
      <path
        d={`M${end.x} ${end.y}l-${tip} -${tip * 0.6}v${tip * 1.2}Z`}
        fill={colour}
      />
    </g>
  );
};

/** The same edge as a short line, where there is no room for the drawing. */
export const EdgeGlyph = ({ link, most }: Pick<EdgeProps, 'link' | 'most'>) => (
  <svg width="34" height="20" aria-hidden="true" style={{ flex: 'none' }}>
    <Edge link={link} most={most} path="M0 10H26" end={{ x: 32, y: 10 }} />
  </svg>
);
