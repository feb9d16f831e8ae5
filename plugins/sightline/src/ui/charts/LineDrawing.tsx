import { useTheme } from '@material-ui/core/styles';
import { useId } from 'react';
import { useStateColours } from '../state/useStateColours';
import { LinePoint, endOf, middleOf, runsOf } from './ChartPoint';
import { Drawn, Guides, LineGround } from './LineGround';
import { MarkRow } from './MarkRow';
import { Pointer } from './Pointer';

/** For the eye alone: what it shows is said by its frame and by the table. */
export function LineDrawing<P extends LinePoint>(props: Drawn<P>) {
  const { plot, marks = [] } = props;
  return (
    <>
      <LineGround {...props} />
      <Line {...props} />
      <MarkRow marks={marks} plot={plot} />
      <Guides {...props} />
      <Pointed {...props} />
    </>
  );
}

const px = (value: number) => value.toFixed(1);

/** One unbroken stretch of the line. */
const pathOf = <P extends LinePoint>(
  run: P[],
  { axis, plot, shape }: Drawn<P>,
) => {
  const y = ({ value = 0 }: P) => px(plot.y(axis.share(value)));
  if (shape === 'steps') {
    const steps = run.map(
      point =>
        `H${px(plot.x(point.at))}V${y(point)}H${px(plot.x(endOf(point)))}`,
    );
    return `M${px(plot.x(run[0].at))} ${y(run[0])}${steps.join('')}`;
  }
  const places = run.map(point => `${px(plot.x(endOf(point)))} ${y(point)}`);
  return `M${places.join('L')}${run.length === 1 ? 'h.1' : ''}`;
};

function Line<P extends LinePoint>(props: Drawn<P>) {
  const { points, floor, axis, plot } = props;
  const { text } = useTheme().palette;
  const { bad } = useStateColours();
  const below = useId();
  const edge = floor && plot.y(axis.share(floor.value));
  return (
    <>
      {edge !== undefined && (
        <clipPath id={below}>
          <rect
            x={plot.left}
            y={edge}
            width={plot.right - plot.left}
            height={plot.bottom - edge + 4}
          />
        </clipPath>
      )}
      {runsOf(points, ({ value }) => value).map(run => {
        const line = {
          d: pathOf(run, props),
          fill: 'none',
          strokeLinejoin: 'round',
          strokeLinecap: 'round',
        } as const;
        return (
          <g key={run[0].at}>
            <path
              {...line}
              stroke={text.primary}
              strokeWidth={run.length === 1 ? 6 : 2}
            />
            {edge !== undefined && (
              <path
                {...line}
                stroke={bad}
                strokeWidth="3"
                clipPath={`url(#${below})`}
              />
            )}
          </g>
        );
      })}
    </>
  );
}

function Pointed<P extends LinePoint>({
  pointed,
  axis,
  plot,
  shape,
}: Drawn<P>) {
  if (!pointed) {
    return null;
  }
  const { value } = pointed;
  return (
    <Pointer
      plot={plot}
      x={plot.x(shape === 'slope' ? endOf(pointed) : middleOf(pointed))}
      y={value === undefined ? undefined : plot.y(axis.share(value))}
    />
  );
}
