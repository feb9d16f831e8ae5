import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/**
 * Stops asking somebody who does not answer. A value, kept in the database, so
 * that every replica knows and a restart does not forget.
 *
 * ```
 *            `failures` in a row                     a good answer
 *   closed ─────────────────────▶ open ── openFor ──▶ half-open ──▶ closed
 *      ▲                            ▲                     │
 *      └── a good answer            └──── a bad answer ───┘
 * ```
 */
export type Circuit = {
  /** bad answers in a row */
  failures: number;
  /** there while it is open */
  open?: { since: Instant; lasts: Millis };
};

export type CircuitSettings = {
  /** bad answers in a row that open it */
  failures: number;
  openFor: Millis;
};

export const closedCircuit: Circuit = { failures: 0 };

export type CircuitState = 'closed' | 'open' | 'half-open';

export const circuitState = ({ open }: Circuit, now: Instant): CircuitState => {
  if (!open) {
    return 'closed';
  }
  const age = now - open.since;
  // A negative age means that the clock was set back since. Asking once too
  // early is cheaper than not asking until the clock has caught up.
  return age < 0 || age >= open.lasts ? 'half-open' : 'open';
};

/** When an open circuit may be tried again; `undefined` when it is not open. */
export const triedAgainAt = (
  circuit: Circuit,
  now: Instant,
): Instant | undefined =>
  circuit.open && circuitState(circuit, now) === 'open'
    ? circuit.open.since + circuit.open.lasts
    : undefined;

export const afterGoodAnswer = (): Circuit => closedCircuit;

export const afterBadAnswer = (
  circuit: Circuit,
  settings: CircuitSettings,
  now: Instant,
): Circuit => {
  const failures = circuit.failures + 1;
  const state = circuitState(circuit, now);
  if (state === 'open') {
    return { ...circuit, failures };
  }
  return state === 'half-open' || failures >= settings.failures
    ? { failures, open: { since: now, lasts: settings.openFor } }
    : { failures };
};

/** The other side asked to be left alone for a while; an hour at most is granted. */
export const afterPlea = (
  circuit: Circuit,
  pause: Millis,
  now: Instant,
): Circuit => {
  const lasts = Math.min(pause, 3_600_000);
  const until = triedAgainAt(circuit, now) ?? now;
  return now + lasts > until
    ? { ...circuit, open: { since: now, lasts } }
    : circuit;
};
