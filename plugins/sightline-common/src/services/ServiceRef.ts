import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

declare const brand: unique symbol;

/**
 * A service's identity: the entity ref of its catalog Component in the one
 * spelling that can be compared, `component:default/payments`.
 * @public
 */
export type ServiceRef = string & { readonly [brand]?: 'ServiceRef' };

/**
 * Reads what a person or a URL may say (`payments`, `Component:Payments`,
 * `component:default/payments`) into the comparable spelling.
 * Throws a TypeError when it cannot be a service.
 * @public
 */
export const toServiceRef = (text: string): ServiceRef => {
  const parsed = parseEntityRef(text, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  if (parsed.kind.toLocaleLowerCase('en-US') !== 'component') {
    throw new TypeError(
      `'${text}' is a ${parsed.kind}; a service is always a component`,
    );
  }
  return stringifyEntityRef(parsed);
};
