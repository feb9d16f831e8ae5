const REASONS: Record<number, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  410: 'Expired',
  422: 'Invalid',
  500: 'InternalError',
};

/** The server says no, and why; thrown wherever that turns out. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** As it goes over the wire. */
export const statusOf = ({ code, message }: Refusal) => ({
  ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' },
  ...{ message, reason: REASONS[code], code },
});

export const expired = (message: string) => new Refusal(410, message);
