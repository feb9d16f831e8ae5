import { resources } from './resources.ts';
import { wantsOf } from './selectors.ts';

const pods = resources.find(({ name }) => name === 'pods')!;
const pod = {
  ...{ apiVersion: 'v1', kind: 'Pod', status: { phase: 'Running' } },
  metadata: {
    ...{
      name: 'cart-1',
      namespace: 'checkout',
      uid: '',
      creationTimestamp: '',
    },
    labels: { app: 'cart', 'example.com/tier': 'T0' },
  },
};
const fits = (parameters: Record<string, string>) =>
  wantsOf(pods, new URLSearchParams(parameters))(pod);

it.each([
  ['', true],
  ['app=cart', true],
  ['app==cart,example.com/tier=T0', true],
  ['app!=cart', false],
  ['canary!=yes', true],
  ['app in (cart, orders)', true],
  ['app notin (orders),app', true],
  ['canary notin (yes)', true],
  ['canary in (yes)', false],
  ['app', true],
  ['canary', false],
  ['!canary', true],
  ['!app', false],
])('selects by the labels %j', (labelSelector, expected) => {
  expect(fits({ labelSelector })).toBe(expected);
});

it.each([
  ['metadata.name=cart-1', true],
  ['metadata.namespace=money', false],
  ['status.phase!=Succeeded', true],
  ['status.phase=Running,spec.nodeName=', true],
])('selects by the fields %j', (fieldSelector, expected) => {
  expect(fits({ fieldSelector })).toBe(expected);
});

it.each([
  [{ fieldSelector: 'spec.replicas=3' }, 'field label not supported'],
  [{ fieldSelector: 'nonsense' }, 'invalid selector'],
  [{ labelSelector: 'app in cart' }, 'unable to parse requirement'],
  [{ labelSelector: '=,' }, 'unable to parse requirement'],
])('refuses %j', (parameters, message) => {
  expect(() => fits(parameters as Record<string, string>)).toThrow(message);
});
