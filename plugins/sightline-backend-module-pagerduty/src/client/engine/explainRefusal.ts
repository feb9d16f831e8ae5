import { z } from 'zod';

const textsAtMost = 3;

const refusal = z.object({
  error: z.object({
    message: z.string(),
    errors: z.array(z.string()).catch([]),
  }),
});

/**
 * What PagerDuty says about its refusal.
 *
 * @example `{"error": {"message": "Invalid Input", "code": 2001, "errors": ["Bad id"]}}`
 *   says "Invalid Input: Bad id"
 */
export const explainRefusal = (body: string): string | undefined => {
  try {
    const { message, errors } = refusal.parse(JSON.parse(body)).error;
    const details = errors.slice(0, textsAtMost).join('; ');
    return details ? `${message}: ${details}` : message;
  } catch {
    // Another shape, or none: the status speaks for itself.
    return undefined;
  }
};
