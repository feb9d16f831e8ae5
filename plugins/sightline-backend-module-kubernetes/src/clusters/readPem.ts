import { readFileSync } from 'node:fs';

/** PEM as Kubernetes writes it down: in base64, or in a file; errors name no content. */
export const readPem = (
  data: string | undefined,
  file: string | undefined,
): string | undefined => {
  if (data) return Buffer.from(data, 'base64').toString('utf8');
  return file ? readFileSync(file, 'utf8') : undefined;
};
