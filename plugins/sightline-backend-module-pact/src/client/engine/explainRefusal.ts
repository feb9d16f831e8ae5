const textsAtMost = 5;

/**
 * What a broker says about its refusal. It has many forms for that:
 *
 * ```
 *   {"error": "No pacticipant with name 'nope' found"}
 *   {"error": {"message": "…", "reference": "aB3"}}
 *   {"errors": ["Pacticipant Wiffle not found"]}
 *   {"errors": {"pacticipant": ["does not match an existing pacticipant"]}}
 *   {"title": "Validation errors", "errors": [{"detail": "…"}]}    problem+json
 * ```
 */
export const wordsOfRefusal = (json: unknown): string | undefined => {
  if (typeof json !== 'object' || json === null) return undefined;
  const { error, errors, detail, title } = json as Record<string, unknown>;
  const said = [error, errors, detail, title]
    .map(one => textsIn(one))
    .find(texts => texts.length > 0);
  return said?.slice(0, textsAtMost).join('; ');
};

/** The same, from a body that may be anything. */
export const explainRefusal = (body: string): string | undefined => {
  try {
    return wordsOfRefusal(JSON.parse(body));
  } catch {
    // No JSON: the status speaks for itself.
    return undefined;
  }
};

const textsIn = (value: unknown, key = '', depth = 0): string[] => {
  if (typeof value === 'string') return value ? [labelled(key, value)] : [];
  if (typeof value !== 'object' || value === null || depth > 5) return [];
  if (Array.isArray(value)) {
    return value.flatMap(one => textsIn(one, key, depth + 1));
  }
  const { detail, message } = value as Record<string, unknown>;
  const own = [detail, message].find(one => typeof one === 'string');
  if (own !== undefined) return textsIn(own, key, depth + 1);
  return Object.entries(value).flatMap(([name, one]) =>
    // A number is a place in a list, not the name of anything.
    textsIn(one, /^\d*$/.test(name) ? key : name, depth + 1),
  );
};

const labelled = (key: string, text: string) => (key ? `${key} ${text}` : text);
