import { MapColours } from '../graph/mapColours';
import { MapDrawing, MapDrawingProps } from '../graph/MapDrawing';
import { legendSamples } from '../graph/MapLegend';
import { textWidth } from '../layout/textWidth';

const MARGIN = 24;
const HEAD = 62;
const FOOT = 44;
const SAMPLE = 12;

type MapFileProps = Omit<MapDrawingProps, 'detail' | 'tabStop' | 'labels'> & {
  title: string;
  /** window, what is left out */
  notes: string[];
};

const Legend = ({
  colours,
  isCompared,
}: {
  colours: MapColours;
  isCompared: boolean;
}) => {
  let x = 0;
  return (
    <>
      {legendSamples(isCompared).map(({ word, draw }) => {
        const at = x;
        x += 34 + textWidth(word, SAMPLE) + 20;
        return (
          <g key={word} transform={`translate(${at} 0)`}>
            {draw(colours)}
            <text x="34" y="12" fontSize={SAMPLE} fill={colours.text}>
              {word}
            </text>
          </g>
        );
      })}
    </>
  );
};

const legendWidth = (isCompared: boolean) =>
  legendSamples(isCompared).reduce(
    (sum, { word }) => sum + 54 + textWidth(word, SAMPLE),
    0,
  );

/** The drawing as a picture of its own: with its title, its legend and what it leaves out. */
export const MapFile = ({ title, notes, ...drawing }: MapFileProps) => {
  const { colours, layout, map } = drawing;
  const isCompared = map.compared !== undefined;
  const words = notes.join(' · ');
  const width =
    2 * MARGIN +
    Math.max(
      layout.width + 50,
      legendWidth(isCompared),
      textWidth(words, 12),
      textWidth(title, 18),
    );
  const height = 2 * MARGIN + HEAD + layout.height + FOOT;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${Math.ceil(width)} ${Math.ceil(height)}`}
      width={Math.ceil(width)}
      height={Math.ceil(height)}
      fontFamily={colours.font}
    >
      <title>{`${title}. ${words}`}</title>
      <rect width="100%" height="100%" fill={colours.page} />
      <text
        x={MARGIN}
        y="38"
        fontSize="18"
        fontWeight="600"
        fill={colours.text}
      >
        {title}
      </text>
      <text x={MARGIN} y="60" fontSize="12" fill={colours.quiet}>
        {words}
      </text>
      <g transform={`translate(${MARGIN} ${MARGIN + HEAD})`}>
        <MapDrawing {...drawing} detail="near" />
      </g>
      <g transform={`translate(${MARGIN} ${height - MARGIN - 14})`}>
        <Legend colours={colours} isCompared={isCompared} />
      </g>
    </svg>
  );
};
