import { toServiceRef } from './ServiceRef';

describe('toServiceRef', () => {
  it.each([
    ['payments', 'component:default/payments'],
    ['Payments', 'component:default/payments'],
    ['shop/payments', 'component:shop/payments'],
    ['Component:Shop/Payments', 'component:shop/payments'],
  ])('reads %s as %s', (text, ref) => {
    expect(toServiceRef(text)).toBe(ref);
  });

  it('refuses what is no component', () => {
    expect(() => toServiceRef('group:default/payments')).toThrow(
      "'group:default/payments' is a group; a service is always a component",
    );
  });
});
