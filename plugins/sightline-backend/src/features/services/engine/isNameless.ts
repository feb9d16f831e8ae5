const patterns = [
  /^unknown[_-]service/i, // what an OpenTelemetry SDK sends when nobody named it
  /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/, // IPv4
  /^\[?[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*\]?(:\d+)?$/i, // IPv6
  /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i, // UUID
  /^[0-9a-f]{16,}$/i, // a digest or an id
  /^localhost(:\d+)?$/i,
  /^[^\p{L}]*$/u, // no letter at all
];

/** Whether this is no name but an address, an id or a default: it must match nothing. */
export const isNameless = (name: string): boolean =>
  patterns.some(pattern => pattern.test(name.trim()));
