import { Pacticipant } from '@sightline/backstage-plugin-sightline-common';
import type { VirtualItem } from '@tanstack/react-virtual';
import { MatrixClasses } from './matrixStyles';

type MatrixHeadProps = {
  providers: Pacticipant[];
  columns: VirtualItem[];
  width: number;
  headWidth: number;
  /** the column that is read */
  pointed?: number;
  titleOf: (party: Pacticipant) => string;
  classes: MatrixClasses;
};

/** The providers, and in the corner which side is which. */
export const MatrixHead = (props: MatrixHeadProps) => {
  const { providers, columns, pointed, titleOf, classes } = props;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={classes.head}
      style={{ width: props.width }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className={classes.corner}
        style={{ width: props.headWidth }}
      >
        <span style={{ alignSelf: 'flex-end' }}>providers →</span>
        <span>consumers ↓</span>
      </div>
      {columns.map(({ index, start }) => (
        <div
          key={index}
          role="columnheader"
          aria-colindex={index + 2}
          className={classes.column}
          style={{ left: start }}
          data-pointed={index === pointed}
          title={titleOf(providers[index])}
        >
          {providers[index].name}
        </div>
      ))}
    </div>
  );
};
