import { harbourMap } from '../../__testUtils__/harbourMap';
import { leftOutWords } from './leftOutWords';

it('says that nothing is left out', () => {
  expect(leftOutWords(harbourMap({}))).toEqual([
    'all 20 edges shown',
    '8 nodes',
  ]);
});

it('says what is left out, in edges and in calls', () => {
  expect(leftOutWords(harbourMap({ edges: 10 }))).toEqual([
    '10 of 20 edges shown',
    '8 nodes',
    '5.7 % of calls are not drawn',
  ]);
});

it('divides nothing by nothing', () => {
  const { leftOut } = harbourMap({});
  expect(leftOutWords({ nodes: [], edges: [], leftOut })).toEqual([
    'all 0 edges shown',
    '0 nodes',
  ]);
});
