const placeholder = '{traceId}';
const traceIdForm = /^[0-9a-f]{1,32}$/i;

/**
 * What is wrong with a template for links to traces, in words; undefined when
 * it will do.
 *
 * @example `https://jaeger.example/trace/{traceId}` will do
 * @public
 */
export const problemWithTraceLink = (template: string): string | undefined => {
  if (!template.includes(placeholder)) {
    return `it must contain ${placeholder}`;
  }
  const address = template.replaceAll(placeholder, '0');
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  return protocol === 'https:' || protocol === 'http:'
    ? undefined
    : 'it must be an address that begins with http:// or https://';
};

/**
 * Where a trace can be looked at; undefined for what is no trace id, so that
 * nobody is sent to an address made of something else.
 * @public
 */
export const traceLink = (
  template: string,
  traceId: string,
): string | undefined =>
  traceIdForm.test(traceId)
    ? template.replaceAll(placeholder, traceId)
    : undefined;
