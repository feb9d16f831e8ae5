import {
  CallEvidenceClass,
  CallMode,
  CallParty,
  CallProtocol,
  DriftVerdict,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';

/** kind | name | title | system | owner | tier or technology */
const people = `
service|edge-gateway|Edge Gateway|foundation|platform|T0
service|identity|Identity|foundation|platform|T0
service|sessions|Sessions|foundation|platform|T0
service|users|Users|foundation|platform|T1
service|notifications|Notifications|foundation|platform|T2
service|report-exports|Report Exports|foundation|insights|T3
datastore|session-cache|Session cache|foundation|platform|redis
datastore|identity-db|Identity database|foundation|platform|postgresql
datastore|users-db|Users database|foundation|platform|postgresql
service|web-bff|Web BFF|storefront|storefront|T1
service|mobile-bff|Mobile BFF|storefront|storefront|T1
service|product-catalog|Product Catalog|discovery|discovery|T1
service|search|Search|discovery|discovery|T1
service|reviews|Reviews|discovery|discovery|T2
service|recommendations|Recommendations|discovery|insights|T2
datastore|catalog-db|Catalog database|discovery|discovery|postgresql
datastore|product-index|Product index|discovery|discovery|opensearch
datastore|reviews-db|Reviews database|discovery|discovery|mongodb
datastore|recommendation-features|Recommendation features|discovery|insights|redis
service|cart|Cart|checkout|checkout|T1
service|pricing|Pricing|checkout|checkout|T0
service|promotions|Promotions|checkout|checkout|T3
service|orders|Orders|checkout|checkout|T0
service|price-sync|Legacy Price Sync|checkout|merchandising-tools|T3
datastore|cart-store|Cart store|checkout|checkout|redis
datastore|pricing-db|Pricing database|checkout|checkout|mssql
datastore|pricing-cache|Pricing cache|checkout|checkout|redis
datastore|promotions-db|Promotions database|checkout|checkout|mysql
datastore|orders-db|Orders database|checkout|checkout|postgresql
queue|order-events|Order events|checkout|checkout|kafka
queue|price-events|Price events|checkout|checkout|kafka
service|inventory|Inventory|fulfilment|logistics|T1
service|warehouse|Warehouse Management|fulfilment|logistics|T1
service|shipping|Shipping|fulfilment|logistics|T1
service|returns|Returns|fulfilment|logistics|T2
datastore|inventory-db|Inventory database|fulfilment|logistics|postgresql
datastore|shipping-db|Shipping database|fulfilment|logistics|postgresql
queue|parcel-events|Parcel events|fulfilment|logistics|kafka
queue|return-events|Return events|fulfilment|logistics|kafka
service|payments|Payments|money|payments|T0
service|fraud|Fraud Detection|money|payments|T1
service|ledger|Ledger|money|payments|T0
service|invoices|Invoices|money|payments|T2
service|ledger-exports|Ledger Exports|money|payments|T3
datastore|payments-db|Payments database|money|payments|postgresql
datastore|fraud-features|Fraud features|money|payments|redis
datastore|ledger-db|Ledger database|money|payments|postgresql
datastore|invoices-db|Invoices database|money|payments|postgresql
datastore|invoice-documents|Invoice documents|money|payments|s3
queue|payment-events|Payment events|money|payments|kafka
external|score.riskmesh.example|score.riskmesh.example|||
external|api.mailferry.example|api.mailferry.example|||
external|api.cardrail.example|api.cardrail.example|||
external|api.parcelwind.example|api.parcelwind.example|||
external|erp.harbour.internal|erp.harbour.internal|||
outside|outside|Not traced|||
`;

/** caller callee calls-a-second protocol error-ratio p50 p95 verdict; async where it is messaging */
const calls = `
outside edge-gateway 22.8 http 0.0026 145 418 -
edge-gateway identity 1.7 http 0.002 60 170 agreed
edge-gateway mobile-bff 2.3 http 0.014 290 740 agreed
edge-gateway sessions 16.7 http 0.0002 4 12 agreed
edge-gateway web-bff 19.7 http 0.006 85 240 agreed
identity identity-db 0.8 database 0.0001 3 12 agreed
identity sessions 0.8 http 0.0002 5 14 agreed
identity users 0.8 http 0.0006 12 40 agreed
sessions session-cache 17.5 database 0.0001 1 3 agreed
users users-db 2.6 database 0.0001 3 12 agreed
mobile-bff orders 0.3 http 0.013 490 1420 agreed
mobile-bff reviews 36 http 0.001 9 30 agreed
mobile-bff pricing 2 grpc 0.001 22 80 uncontracted
mobile-bff product-catalog 2 http 0.0008 28 90 uncontracted
web-bff cart 2 http 0.0015 48 150 agreed
web-bff inventory 8 grpc 0.0008 9 35 agreed
web-bff orders 0.6 http 0.013 490 1420 agreed
web-bff product-catalog 14 http 0.0008 28 90 agreed
web-bff recommendations 8.4 http 0.006 45 160 agreed
web-bff returns 0.1 http 0.06 950 4100 agreed
web-bff reviews 8 http 0.002 25 95 agreed
web-bff search 3 http 0.003 95 350 agreed
web-bff pricing 8 grpc 0.001 14 55 uncontracted
web-bff users 0 http 0 0 0 unused
product-catalog catalog-db 16 database 0.0001 9 35 agreed
search product-index 3 database 0.0005 40 180 agreed
search pricing 3 grpc 0.001 22 80 uncontracted
search catalog-db 0 database 0 0 0 unused
reviews reviews-db 44 database 0.0001 8 30 agreed
recommendations recommendation-features 9.3 database 0.0001 2 6 agreed
order-events recommendations 0.9 messaging 0.0005 10 30 undeclared
price-events product-catalog 0.01 messaging 0.0005 12 40 agreed
price-events search 0.01 messaging 0.0005 30 110 agreed
cart cart-store 2.9 database 0.0001 1 4 agreed
cart inventory 2 grpc 0.0008 9 35 uncontracted
cart pricing 2 grpc 0.001 14 55 uncontracted
cart promotions 0 http 0 0 0 unused
orders cart 0.9 http 0.0008 8 25 agreed
orders inventory 0.9 grpc 0.0015 18 60 agreed
orders payments 0.9 http 0.019 330 980 agreed
orders pricing 0.9 grpc 0.001 20 75 agreed
orders shipping 0.9 http 0.002 30 110 agreed
orders users 0.9 http 0.0006 10 35 agreed
orders order-events 0.9 messaging 0.0001 4 15 agreed
orders orders-db 5.9 database 0.0001 12 45 agreed
parcel-events orders 0.4 messaging 0.0005 12 40 agreed
payment-events orders 0.9 messaging 0.0005 15 50 agreed
price-sync pricing 0.01 grpc 0.002 40 130 agreed
price-sync erp.harbour.internal 0.003 http 0.02 2400 6000 undeclared
pricing promotions 15.9 http 0.0012 8 32 agreed
pricing price-events 0.01 messaging 0.0001 4 15 agreed
pricing pricing-cache 15 database 0.0001 1 3 agreed
pricing pricing-db 2.4 database 0.0001 3 12 agreed
promotions promotions-db 15.9 database 0.0001 3 12 agreed
inventory inventory-db 11.9 database 0.0001 3 12 agreed
order-events inventory 0.9 messaging 0.0005 14 45 agreed
return-events inventory 0.1 messaging 0.0005 14 45 agreed
inventory warehouse 0.18 http 0.002 30 120 agreed
order-events shipping 0.9 messaging 0.001 40 130 agreed
shipping parcel-events 0.4 messaging 0.0001 4 15 agreed
shipping shipping-db 2.5 database 0.0001 8 30 agreed
shipping warehouse 0.4 http 0.002 35 140 agreed
shipping api.parcelwind.example 1.2 http 0.86 260 900 undeclared
shipping users 0.9 http 0.0006 10 35 undeclared
returns orders 0.1 http 0.0008 14 45 agreed
returns orders-db 0.1 database 0.0001 6 25 undeclared
returns payments 0.1 http 0.007 280 880 uncontracted
returns return-events 0.1 messaging 0.0001 4 15 agreed
returns shipping 0.31 http 0.832 200 1100 uncontracted
payments fraud 0.9 http 0.002 60 190 agreed
payments ledger 1 grpc 0.0003 12 40 agreed
payments payment-events 0.9 messaging 0.0001 4 15 agreed
payments payments-db 1 database 0.0001 5 18 agreed
payments api.cardrail.example 1 http 0.0065 210 700 undeclared
fraud fraud-features 0.9 database 0.0001 2 6 agreed
fraud score.riskmesh.example 0.27 http 0.004 70 220 undeclared
fraud orders 0.9 http 0.001 22 80 undeclared
ledger ledger-db 1 database 0.0001 6 20 agreed
order-events invoices 0.9 messaging 0.001 60 200 agreed
payment-events invoices 0.9 messaging 0.0005 90 320 agreed
return-events invoices 0.1 messaging 0.0005 90 320 agreed
invoices orders 0.9 http 0.0008 14 45 uncontracted
invoices invoices-db 1.9 database 0.0001 3 12 agreed
invoices invoice-documents 1 database 0.0001 35 120 agreed
notifications orders 0.9 http 0.0008 14 45 agreed
notifications api.mailferry.example 2.3 http 0.003 110 380 undeclared
notifications users 0 http 0 0 0 unused
order-events notifications 0.9 messaging 0.003 150 460 agreed
payment-events notifications 0.9 messaging 0.003 130 420 agreed
parcel-events notifications 0.4 messaging 0.003 130 420 agreed
return-events notifications 0.1 messaging 0.003 130 420 agreed
ledger-exports ledger 0 grpc 0 0 0 cannot-tell
report-exports orders 0 http 0 0 0 cannot-tell
`;

export type TownCall = {
  from: string;
  to: string;
  perSecond: number;
  protocol: CallProtocol;
  mode: CallMode;
  errorRatio: number;
  p50: number;
  p95: number;
  evidence: CallEvidenceClass;
  verdict?: DriftVerdict;
};

const linesOf = (text: string) => text.trim().split('\n');

const idOf = (kind: CallParty['kind'], name: string) => {
  if (kind === 'service') {
    return `component:default/${name}`;
  }
  return kind === 'datastore' || kind === 'queue'
    ? `resource:default/${name}`
    : `${kind}:${name}`;
};

const partyOf = (line: string): CallParty => {
  const [kind, name, title, system, owner, last] = line.split('|');
  const id = idOf(kind as CallParty['kind'], name);
  return {
    id,
    kind: kind as CallParty['kind'],
    name: title,
    ...(system && {
      entity: id,
      system: { ref: `system:default/${system}`, name: system },
      owner: { ref: `group:default/${owner}`, name: owner },
    }),
    ...(/^T\d$/.test(last) ? { tier: last as Tier } : {}),
    ...(last && !/^T\d$/.test(last) ? { technology: last } : {}),
    environments: ['production'],
  };
};

/** Everybody of Harbour that calls or is called, by a short name. */
export const townParties = new Map(
  linesOf(people).map(line => [line.split('|')[1], partyOf(line)]),
);

const evidenceOf = (from: string, to: string, protocol: string) => {
  if (from === 'outside') {
    return 'entry';
  }
  if (protocol === 'messaging') {
    return 'destination';
  }
  return townParties.get(to)!.kind === 'service' ? 'paired' : 'client-only';
};

const callOf = (line: string): TownCall => {
  const [from, to, perSecond, protocol, errors, p50, p95, verdict] =
    line.split(' ');
  return {
    from: townParties.get(from)!.id,
    to: townParties.get(to)!.id,
    perSecond: Number(perSecond),
    protocol: protocol as CallProtocol,
    mode: protocol === 'messaging' ? 'async' : 'sync',
    errorRatio: Number(errors),
    p50: Number(p50),
    p95: Number(p95),
    evidence: evidenceOf(from, to, protocol),
    verdict: verdict === '-' ? undefined : (verdict as DriftVerdict),
  };
};

/** Who calls whom in Harbour at noon of an ordinary day. */
export const townCalls: TownCall[] = linesOf(calls).map(callOf);
