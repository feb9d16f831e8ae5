import {
  ContractVerdict,
  DeployReason,
  VerdictReason,
} from '@sightline/backstage-plugin-sightline-common';
import { asClause } from '../inWords';
import { FindingsAt } from '../Told';
import { portalLink } from './portalLink';
import { unheardReasons, unknownReason } from './unknownReason';

type Saying = Pick<DeployReason, 'answer' | 'weighs' | 'unknown'>;

const unchecked: Saying = {
  ...{ answer: 'unknown', weighs: true, unknown: 'no-data' },
};
const aside: Saying = { answer: 'unknown', weighs: false };
const fine: Saying = { answer: 'yes', weighs: true };

/** What each reason of a verdict says by itself. */
const sayingOf: Record<VerdictReason['kind'], Saying> = {
  failed: { answer: 'no', weighs: true },
  'no-result': unchecked,
  'co-deployed-without-result': unchecked,
  'not-deployed': unchecked,
  'no-such-version': unchecked,
  'broker-unavailable': { ...unchecked, unknown: 'source-unavailable' },
  verified: fine,
  'nothing-needed': fine,
  ignored: aside,
  'disagrees-with-broker': aside,
};

/** More reasons of one kind are counted only; there is one line for all that are well. */
const shownAtMost: Partial<Record<VerdictReason['kind'], number>> = {
  verified: 1,
};
const usuallyShown = 10;

/** Every reason of every verdict. */
export const contractReasons = (findings: FindingsAt): DeployReason[] => {
  const { contracts } = findings;
  if (contracts.state === 'unknown') {
    return [unknownReason('contracts', contracts)];
  }
  return [
    ...contracts.value.flatMap(verdict => reasonsOf(verdict, findings)),
    ...unheardReasons(
      'contracts',
      contracts.unheard,
      'it has pacts there, too,',
    ),
  ];
};

const reasonsOf = (
  { reasons, evidence }: ContractVerdict,
  findings: FindingsAt,
): DeployReason[] => {
  const kinds = [...new Set(reasons.map(({ kind }) => kind))];
  return kinds.flatMap(kind => {
    const all = reasons.filter(reason => reason.kind === kind);
    const shown = all.slice(0, shownAtMost[kind] ?? usuallyShown);
    const more = all.length - shown.length;
    return shown.map(({ words }, index) => ({
      ...{ about: 'contracts' as const, ...sayingOf[kind] },
      words: index === shown.length - 1 ? withMore(words, more) : words,
      ...portalLink(findings, findings.service.ref, 'contracts'),
      ...(evidence && { evidence }),
    }));
  });
};

const withMore = (words: string, more: number) =>
  more > 0 ? `${asClause(words)}; and ${more} more like this` : words;
