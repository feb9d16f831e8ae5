/**
 * The one place where colours are chosen, and they mean state only. Each value
 * keeps a contrast of at least 4.5 on every surface of its theme; the test
 * beside this file computes it.
 *
 * - `ok`: keeps its promise    - `warn`: somebody should look today
 * - `bad`: broken              - `busy`: under way
 * - `idle`: nothing is known, or nothing is wanted
 */
export type StateKind = 'ok' | 'warn' | 'bad' | 'busy' | 'idle';

type StateColours = Record<StateKind, string>;

export const stateColours: { light: StateColours; dark: StateColours } = {
  light: {
    ok: '#1a6e37',
    warn: '#8a5000',
    bad: '#b3261e',
    busy: '#0b5cad',
    idle: '#57636f',
  },
  dark: {
    ok: '#7fdc9e',
    warn: '#f2c14e',
    bad: '#ffb4ab',
    busy: '#9ccaff',
    idle: '#c0cad4',
  },
};
