/** One who calls or is called, as the API names it. */
export type Party = { id: string; entity?: string };

/** As the truth writes it: `orders`, `resource:orders-db`, `external:host`. */
export const wordOf = ({ id }: Party): string => {
  const [, kind, name] = /^(component|resource):default\/(.*)$/.exec(id) ?? [];
  if (kind === 'component') return name;
  return kind === 'resource' ? `resource:${name}` : id;
};
