import { useMapColours } from './graph/mapColours';

/** A still frame of the final size, with places where nodes will be. */
export const MapSkeleton = ({ height }: { height: number }) => {
  const colours = useMapColours();
  const places = [
    [8, 44],
    [30, 20],
    [30, 62],
    [52, 34],
    [52, 76],
    [74, 14],
    [74, 52],
  ];
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="The map is loading"
      style={{
        height,
        position: 'relative',
        borderRadius: 4,
        background: colours.page,
        boxShadow: `inset 0 0 0 1px ${colours.outline}55`,
      }}
    >
      {places.map(([left, top]) => (
        <span
          key={`${left} ${top}`}
          style={{
            position: 'absolute',
            left: `${left}%`,
            top: `${top}%`,
            width: 130,
            height: 42,
            borderRadius: 6,
            background: `${colours.outline}33`,
          }}
        />
      ))}
    </div>
  );
};
