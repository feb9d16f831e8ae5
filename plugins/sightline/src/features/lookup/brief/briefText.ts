import {
  Known,
  LookupMatch,
} from '@sightline/backstage-plugin-sightline-common';
import { percent } from '../../../ui/figures';
import { unknownWords } from '../../../ui/evidence/unknownWords';
import type { Brief } from './composeBrief';

const linesOf = <T>(
  title: string,
  part: Known<T>,
  tell: (value: T) => string[],
): string[] => {
  if (part.state === 'unknown') {
    const { short } = unknownWords[part.reason];
    return [`${title}: unknown, ${part.detail ?? short}`];
  }
  const lines = tell(part.value);
  return lines.length > 0
    ? [`${title}:`, ...lines.map(line => `- ${line}`)]
    : [`${title}: nothing`];
};

type BriefTextOptions = {
  match: Pick<LookupMatch, 'title' | 'tier' | 'owner' | 'runbook'>;
  brief: Brief;
};

/** All of it in plain text, for a chat: nothing is left to be looked up there. */
export const briefText = ({ match, brief }: BriefTextOptions): string => {
  const { title, tier, owner, runbook } = match;
  const what = [title, tier, owner?.name ?? 'no owner'].filter(Boolean);
  return [
    `${what.join(', ')} (as of ${brief.at})`,
    ...linesOf('On call', brief.onCall, ({ headline }) => [headline]),
    `Runbook: ${runbook ?? 'none'}`,
    ...linesOf('What burns', brief.burning, all =>
      all.map(one => `${one.title} (${one.state}): ${one.words}`),
    ),
    ...linesOf(`What changed since ${brief.since}`, brief.changes, all =>
      all.map(({ at, words }) => `${at} ${words}`),
    ),
    ...linesOf('Suspects', brief.suspects, all =>
      all.map(({ party, words }) => `${party.name}: ${words}`),
    ),
    ...linesOf('Who is hit', brief.hit, ({ affected, leftOut }) => [
      ...affected.map(
        ({ party, share, onCall }) =>
          `${party.name}, ${percent(share)}: ${
            onCall?.headline ?? `owner ${party.owner?.name ?? 'unknown'}`
          }`,
      ),
      ...(leftOut > 0 ? [`and ${leftOut} more`] : []),
    ]),
  ].join('\n');
};
