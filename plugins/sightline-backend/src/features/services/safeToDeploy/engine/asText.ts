import {
  DeployReason,
  Instant,
  SafeToDeploy,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { ageInWords } from './inWords';

/**
 * The answer as lines for the log of a pipeline, the answer itself first:
 *
 * ```
 *   no: Do not deploy payments 12.0.4 to production. ledger 7 fails the pact of …
 *   - no       contracts     ledger 7 fails the pact of payments 12.0.4 [pact:main, 2 minutes old]
 *   - (aside)  rollout       No cluster is connected
 * ```
 */
export const asText = ({
  answer,
  words,
  reasons,
  askedAt,
}: SafeToDeploy): string => {
  const now = toInstant(askedAt) ?? 0;
  const lines = [
    `${answer}: ${inOneLine(words)}`,
    ...reasons.map(reason => lineOf(reason, now)),
  ];
  return `${lines.join('\n')}\n`;
};

const lineOf = (reason: DeployReason, now: Instant): string => {
  const { about, answer, weighs, words, url, evidence } = reason;
  const said = weighs ? answer : '(aside)';
  const from = evidence
    ? ` [${evidence.source}, ${ageInWords(evidence, now)}]`
    : '';
  const where = url === undefined ? '' : ` ${url}`;
  return `- ${said.padEnd(8)} ${about.padEnd(13)} ${inOneLine(
    words + from + where,
  )}`;
};

/** Names come from outside: none of them begins a line, or moves a cursor. */
const inOneLine = (text: string) =>
  text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
