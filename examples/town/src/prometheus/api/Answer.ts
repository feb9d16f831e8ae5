/** What goes back to who asked. */
export type Answer = { status: number; type: string; body: string };

const JSON_TYPE = 'application/json';

export type Success = { data: unknown; warnings?: string[] };

export const succeed = ({ data, warnings = [] }: Success): Answer => ({
  status: 200,
  type: JSON_TYPE,
  body: JSON.stringify({
    status: 'success',
    data,
    ...(warnings.length > 0 && { warnings }),
  }),
});

const STATUS = { bad_data: 400, execution: 422, internal: 500 };

export const refuse = (
  errorType: keyof typeof STATUS,
  error: string,
): Answer => ({
  status: STATUS[errorType],
  type: JSON_TYPE,
  body: JSON.stringify({ status: 'error', errorType, error }),
});

export const plain = (status: number, text: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: text,
});
