import { Quantity } from '../../../ui/Quantity';
import { duration } from '../../../ui/figures';
import { HopNode } from './journeyTree';

type HopTimeProps = { node: HopNode; percentile: 'p50' | 'p95' };

/** How long the call takes; both percentiles on hover, where there is room for one. */
export const HopTime = ({ node, percentile }: HopTimeProps) => {
  const { p50, p95 } = node.hop.figures;
  const said = (millis: number | undefined) =>
    millis === undefined ? undefined : duration(millis);
  const shown = said(percentile === 'p50' ? p50 : p95);
  return (
    <Quantity
      of={shown}
      title={
        shown
          ? `half within ${said(p50) ?? '–'}, 19 of 20 within ${
              said(p95) ?? '–'
            }`
          : 'Nobody reported how long it takes'
      }
    />
  );
};
