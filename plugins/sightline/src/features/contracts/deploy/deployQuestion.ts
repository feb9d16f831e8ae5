import type { DeployQuestion } from '../../../api';

/** What of a question is there already: from a link, or typed so far. */
export type DeployDraft = Partial<DeployQuestion>;

const parameters: [keyof DeployQuestion, parameter: string][] = [
  ['pacticipant', 'deploy'],
  ['version', 'version'],
  ['environment', 'to'],
  ['broker', 'broker'],
];

/** The API's limit. */
const LONGEST = 500;

export const parseDraft = (params: URLSearchParams): DeployDraft =>
  Object.fromEntries(
    parameters.flatMap(([part, parameter]) => {
      const text = params.get(parameter)?.trim().slice(0, LONGEST);
      return text ? [[part, text]] : [];
    }),
  );

/** A question is asked as soon as it is whole. */
export const questionOf = (draft: DeployDraft): DeployQuestion | undefined => {
  const { pacticipant, version, environment, broker } = draft;
  return pacticipant && version && environment
    ? { pacticipant, version, environment, ...(broker && { broker }) }
    : undefined;
};

/** The URL with this question in it, or with none. */
export const withDraft = (
  others: URLSearchParams,
  draft: DeployDraft = {},
): URLSearchParams => {
  const params = new URLSearchParams(others);
  for (const [part, parameter] of parameters) {
    const text = draft[part]?.trim();
    if (text) params.set(parameter, text);
    else params.delete(parameter);
  }
  return params;
};
