import type { SafeQuestion } from '../../../api';

/**
 * What a pipeline runs. It ends with 0 for yes and with 22 for no and for unknown,
 * and prints the reasons either way. Where no version was chosen the pipeline's own
 * variable names it.
 */
export const curlFor = (url: string, { version }: SafeQuestion): string =>
  `curl --fail-with-body --silent --show-error \\
  --header "Authorization: Bearer $SIGHTLINE_TOKEN" \\
  "${url}${version ? '' : '&version=$VERSION'}"`;
