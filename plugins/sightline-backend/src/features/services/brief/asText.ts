import {
  BriefAffected,
  IncidentBrief,
  Known,
} from '@sightline/backstage-plugin-sightline-common';

/** Names come from outside: none of them begins a line, or moves a cursor. */
const inOneLine = (text: string) =>
  text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();

const clockOf = (at: string) => `${at.slice(11, 16)} UTC`;

const percent = (share: number) => `${Math.round(share * 100)} %`;

const list = <T>(
  title: string,
  part: Known<readonly T[]>,
  { none, line }: { none: string; line(item: T): string },
): string[] => {
  if (part.state === 'unknown') {
    return [`${title}: unknown. ${part.detail ?? part.reason}`];
  }
  return part.value.length === 0
    ? [`${title}: ${none}`]
    : [`${title}:`, ...part.value.map(item => `- ${line(item)}`)];
};

const hitLine = ({ party, share, onCall }: BriefAffected) => {
  const owner = party.owner ? ` (${party.owner.name})` : '';
  const who = onCall ? `. ${onCall.headline}` : '';
  return `${party.name}${owner}, ${percent(share)} of its calls${who}`;
};

const headOf = ({ service, at, onCall }: Omit<IncidentBrief, 'text'>) => {
  const { title, ref, tier, owner, runbook } = service;
  const who =
    onCall.state === 'known'
      ? onCall.value.headline
      : `unknown. ${onCall.detail ?? onCall.reason}`;
  return [
    `${title} (${ref})${tier ? `, ${tier}` : ''}, as of ${at.slice(
      0,
      10,
    )} ${clockOf(at)}`,
    `Owner: ${owner?.name ?? 'nobody'}`,
    `On call: ${who}`,
    ...(runbook === undefined ? [] : [`Runbook: ${runbook}`]),
  ];
};

/**
 * All of a brief as lines for a chat:
 *
 * ```
 *   Payments (component:default/payments), T0, as of 2026-11-21 02:00 UTC
 *   Owner: Card Payments
 *   On call: Ana Marković is on call until 06:00 UTC
 *   Burning:
 *   - Availability: Burns 15× too fast for 50 minutes
 * ```
 */
export const asText = (brief: Omit<IncidentBrief, 'text'>): string => {
  const { since, burning, changes, suspects, hit } = brief;
  const affected: Known<BriefAffected[]> =
    hit.state === 'known' ? { ...hit, value: hit.value.affected } : hit;
  const more = hit.state === 'known' ? hit.value.leftOut : 0;
  const lines = [
    ...headOf(brief),
    ...list('Burning', burning, {
      none: 'nothing',
      line: ({ title, words }) => `${title}: ${words}`,
    }),
    ...list(`Changed since ${clockOf(since)}`, changes, {
      none: 'nothing that is known',
      line: ({ at, words, service }) =>
        `${clockOf(at)} ${service ? `${service.name}: ` : ''}${words}`,
    }),
    ...list('Suspects', suspects, {
      none: 'none of those it waits for',
      line: ({ words }) => words,
    }),
    ...list('Hit', affected, { none: 'nobody who is seen', line: hitLine }),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
  return `${lines.map(inOneLine).join('\n')}\n`;
};
