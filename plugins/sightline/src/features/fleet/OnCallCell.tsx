import { OnCallSummary } from '@sightline/backstage-plugin-sightline-common';
import { OnCallSummaryCell } from '../../ui/oncall/OnCallSummaryCell';

type OnCallCellProps = { onCall?: OnCallSummary; tabIndex?: number };

/** Who answers for it now. */
export const OnCallCell = ({ onCall, tabIndex }: OnCallCellProps) =>
  onCall ? (
    <OnCallSummaryCell onCall={onCall} tabIndex={tabIndex} />
  ) : (
    <span title="The catalog names nobody who answers for it">–</span>
  );
