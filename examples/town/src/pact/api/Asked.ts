import type { Broker } from '../model/Broker.ts';

/** A question as routes see it. */
export type Asked = {
  broker: Broker;
  /** what the path leaves open, decoded */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** a link as HAL has it, from where we were asked */
  link: Link;
};

export type Link = (
  path: string,
  more?: { title?: string; name?: string; templated?: boolean },
) => { href: string };

export type Reply = { status?: number; type?: string; body: unknown };

export const NOT_FOUND: Reply = {
  status: 404,
  type: 'application/json;charset=utf-8',
  body: { error: 'The requested document was not found on this server.' },
};

export const refuse = (errors: unknown): Reply => ({
  status: 400,
  body: { errors },
});

/** Names hold spaces and slashes. */
export const pathOf = (...parts: string[]): string =>
  parts.map(part => `/${encodeURIComponent(part)}`).join('');

export const iso = (ms: number): string =>
  new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00');
