import { Request } from 'express';

/**
 * A request of the generated router is an Express request whose query and
 * parameters carry the types of the specification; Backstage's services want
 * the untyped one. The object is the same.
 */
export const asExpress = (request: unknown) => request as Request;
