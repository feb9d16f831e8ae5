import { Asked } from '../readAsked';

const traceparent = /\b[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}\b/i;
const alone = /^(?:trace[_-]?id\s*[:=]\s*)?"?([\da-f]{32})"?$/i;

/**
 * The id of a trace, as W3C's header has it or by itself.
 *
 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
 */
export const readTrace = (text: string): Asked | undefined => {
  const [, id] = traceparent.exec(text) ?? alone.exec(text.trim()) ?? [];
  if (!id || /^0+$/.test(id)) return undefined;
  const trace = id.toLowerCase();
  return { form: 'trace', read: `The trace ${trace}`, texts: [], trace };
};
