import { Outcome } from '../source/Outcome';
import { withoutSecrets } from './place';
import { readBody } from './readBody';

const bytesAtMost = 16 * 1024;

/** What the other side says about its refusal, from the body beside the status. */
export type Explain = (body: string) => string | undefined;

/** A refusal with what the body says about it, where it can be read. */
export const explained = async (
  refusal: Outcome<never>,
  response: Response,
  explain: Explain | undefined,
): Promise<Outcome<never>> => {
  const why = explain && (await explanation(response, explain));
  await response.body?.cancel().catch(() => {});
  if (!why || refusal.outcome === 'ok') return refusal;
  const words = `${refusal.fault.words} (${withoutSecrets(why)})`;
  return { ...refusal, fault: { ...refusal.fault, words } };
};

const explanation = async (response: Response, explain: Explain) => {
  try {
    const read = await readBody(response, bytesAtMost, { url: response.url });
    return read.outcome === 'ok'
      ? explain(new TextDecoder().decode(read.value))
      : undefined;
  } catch {
    // Half a body, or one of another shape: the status speaks for itself.
    return undefined;
  }
};
