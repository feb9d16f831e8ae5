import { percent } from '../../../ui/figures';
import { ModeMark } from './ModeMark';
import { ShownHop } from './shownHops';

const rounded = (times: number) => Math.round(times * 10) / 10;

/** "20 %" of the calls above make it, "×2" times each; nothing where that is once each. */
const oftenWords = ({ node: { hop } }: ShownHop): string => {
  const seldom = hop.share < 0.995 ? percent(hop.share) : '';
  const repeated = hop.times > 1.05 ? `×${rounded(hop.times)}` : '';
  return [seldom, repeated].filter(Boolean).join(' ');
};

/** Whether the caller waits, and how often the call is made at all. */
export const HopCall = ({ row }: { row: ShownHop }) => {
  const { hop } = row.node;
  const often = oftenWords(row);
  return (
    <>
      <ModeMark mode={hop.mode} protocol={hop.protocol} />
      {often && (
        <span
          style={{ marginLeft: 8 }}
          title={`${percent(hop.share)} of the calls above make it, ${rounded(
            hop.times,
          )} times each`}
        >
          {often}
        </span>
      )}
    </>
  );
};
