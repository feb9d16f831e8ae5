// Consistent probability sampling: a trace is kept if its last 56 bits, as a number,
// are no less than the threshold. So every service decides alike, and a reader knows
// how many traces one stands for: 2^56 / (2^56 - threshold).
const WHOLE = 2n ** 56n;
const DIGITS = 14;

function threshold(keep: number): bigint {
  return WHOLE - BigInt(Math.round(keep * Number(WHOLE)));
}

/** The W3C tracestate; empty where everything is kept and nobody speaks of it. */
export function thresholdState(keep: number | undefined): string {
  if (keep === undefined) return '';
  const digits = threshold(keep).toString(16).padStart(DIGITS, '0');
  return `ot=th:${digits.replace(/0+$/, '') || '0'}`;
}

export const isKept = (traceId: string, keep: number | undefined): boolean =>
  keep === undefined ||
  BigInt(`0x${traceId.slice(-DIGITS)}`) >= threshold(keep);
