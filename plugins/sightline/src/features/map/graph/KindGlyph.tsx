import { MapNode } from '@sightline/backstage-plugin-sightline-common';

/** What kind of thing a node is, in 16 by 16 px. */
const drawings: Record<MapNode['kind'], string> = {
  service: 'M8 1.8 13.6 5v6L8 14.2 2.4 11V5ZM2.4 5 8 8.2 13.6 5M8 8.2v6',
  datastore:
    'M2.5 4c0-1.2 2.5-2.1 5.5-2.1s5.5.9 5.5 2.1S11 6.1 8 6.1 2.5 5.2 2.5 4ZM2.5 4v8c0 1.2 2.5 2.1 5.5 2.1s5.5-.9 5.5-2.1V4M2.5 8c0 1.2 2.5 2.1 5.5 2.1s5.5-.9 5.5-2.1',
  queue: 'M1.8 4h12.4v8H1.8ZM5 4v8M8.2 4v8M11.2 7l1.2 1-1.2 1',
  external:
    'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM1.8 8h12.4M8 1.8c3.6 3.6 3.6 8.8 0 12.4M8 1.8c-3.6 3.6-3.6 8.8 0 12.4',
  unnamed:
    'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM6.2 6.4a1.9 1.9 0 1 1 2.8 1.7C8.3 8.5 8 8.8 8 9.6M8 11.4v.3',
  outside: 'M9 2.5h4.5v11H9M1.8 8h8M7 5l3 3-3 3',
  group: 'M2.2 5.6h8.2v8.2H2.2ZM5.6 5.6V2.2h8.2v8.2h-3.4',
};

export const KindGlyph = ({ kind }: { kind: MapNode['kind'] }) => (
  <path
    d={drawings[kind]}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    strokeLinejoin="round"
    strokeLinecap="round"
  />
);
