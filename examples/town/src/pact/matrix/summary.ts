import type { Row } from './rows.ts';

export type Summary = {
  deployable: boolean | null;
  reason: string;
  success: number;
  failed: number;
  unknown: number;
  ignored?: number;
};

export type Notice = { type: 'success' | 'warning' | 'error'; text: string };

/**
 * What rows say together. A version that is not there is a no; then one row without
 * a result makes all unknown, whatever failed beside it; only then a failed row counts.
 */
export function summarise(
  rows: readonly Row[],
  /** versions that were asked for and do not exist: `version 404 of Orders` */
  missing: readonly string[],
): { summary: Summary; notices: Notice[] } {
  const counting = rows.filter(({ ignored }) => !ignored);
  const with_ = (success: boolean | undefined) =>
    counting.filter(one => one.verification?.success === success);
  const [success, failed, unknown] = [true, false, undefined].map(
    one => with_(one).length,
  );
  const ignored = rows.length - counting.length;
  const notices = noticesOf(counting, missing);
  return {
    summary: {
      deployable: deployable({ failed, unknown, missing: missing.length }),
      reason: notices.map(({ text }) => text).join('\n'),
      ...{ success, failed, unknown },
      ...(ignored > 0 && { ignored }),
    },
    notices,
  };
}

function deployable(counts: {
  failed: number;
  unknown: number;
  missing: number;
}): boolean | null {
  if (counts.missing > 0) return false;
  if (counts.unknown > 0) return null;
  return counts.failed === 0;
}

function noticesOf(rows: readonly Row[], missing: readonly string[]): Notice[] {
  const error = (text: string): Notice => ({ type: 'error', text });
  if (missing.length > 0) {
    return missing.map(version =>
      error(`No pacts or verifications have been published for ${version}`),
    );
  }
  const failed = rows.filter(
    ({ verification }) => verification?.success === false,
  );
  const unknown = rows.filter(({ verification }) => !verification);
  const wrong = [
    ...failed.map(
      row => `The verification for the pact between ${pairOf(row)} failed`,
    ),
    ...unknown.map(row => `There is no verified pact between ${pairOf(row)}`),
  ];
  if (wrong.length > 0) return [...new Set(wrong)].map(error);
  const text =
    rows.length > 0
      ? 'All required verification results are published and successful'
      : 'There are no missing dependencies';
  return [{ type: 'success', text }];
}

const pairOf = ({ pact, verification, consumer, provider }: Row) =>
  `${consumer.words(pact.version)} and ${provider.words(
    verification?.providerVersion,
  )}`;
