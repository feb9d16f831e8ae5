import { symlink } from 'node:fs/promises';
import { useTestDatabases } from '../../../../platform/__testUtils__/testDatabases';
import {
  asked,
  bookWorld,
  fakeUrls,
  tempFolder,
} from '../__testUtils__/bookWorld';
import { ordersSlo, written } from '../__testUtils__/openSloFiles';

jest.setTimeout(60_000);

const databases = useTestDatabases();

const orders = 'component:default/orders';
const noDefaults = {
  tiers: { none: { availability: false, latency: false } },
};

const named = (folder: string, path = './slo/orders.yaml') =>
  asked('orders', {
    'backstage.io/managed-by-location': `file:${folder}/catalog-info/orders.yaml`,
    'sightline.dev/openslo': path,
  });

const inForce = (target: number, more = '') =>
  `${orders}/orders-availability ${target} by openslo, prometheus:main${more}`;

describe.each(databases.ids)('OpenSLO files of this machine, on %s', id => {
  const world = async (slo = {}) => {
    const database = await databases.open(id);
    const folder = await tempFolder();
    await folder.write('catalog-info/all.yaml', '');
    const catalogFile = `${folder.root}/catalog-info/all.yaml`;
    const book = bookWorld(database, {
      catalogFile,
      slo: { ...noDefaults, ...slo },
    });
    return { ...book, ...folder, database };
  };

  it('are found beside the file that describes the service', async () => {
    const { write, root, services, refresh, read } = await world();
    await write('catalog-info/slo/orders.yaml', ordersSlo);
    services(named(root));
    await refresh();
    const { objectives, problems } = await read();
    expect(problems).toEqual([]);
    expect(objectives.map(({ id: is, origin }) => [is, origin])).toEqual([
      [
        `${orders}/orders-availability`,
        {
          ...{ kind: 'openslo', line: 31 },
          where: 'catalog-info/slo/orders.yaml',
        },
      ],
    ]);
  });

  it('are read again when they change, and not otherwise', async () => {
    const { write, root, services, refresh, summary, database, pass } =
      await world();
    const changedAt = async () =>
      (await database('slo_document').select('changed_at')).map(row =>
        Number(row.changed_at),
      );
    await write('catalog-info/slo/orders.yaml', ordersSlo);
    services(named(root));
    await refresh();
    const first = await changedAt();
    pass(60_000);
    await refresh();
    expect(await changedAt()).toEqual(first);
    await write(
      'catalog-info/slo/orders.yaml',
      written(ordersSlo, '0.995', '0.9'),
    );
    await refresh();
    expect((await summary()).objectives).toEqual([inForce(0.9)]);
  });

  it('that break stay in force as they were, over a restart, until mended', async () => {
    const { write, root, services, refresh, restart, summary, read, pass } =
      await world();
    const path = 'catalog-info/slo/orders.yaml';
    await write(path, ordersSlo);
    services(named(root));
    await refresh();
    await write(path, written(ordersSlo, '0.995', '99.5'));
    await refresh();
    restart();
    pass(60_000);
    await refresh();
    const words =
      'target is 99.5; write a share below 1, such as 0.999, or for percent targetPercent: 99.9';
    expect(await summary()).toEqual({
      objectives: [inForce(0.995, ', outdated')],
      problems: [`${path}:31 ${words}`],
    });
    expect((await read()).problems).toEqual([
      {
        ...{ where: path, line: 31, path: 'spec.objectives[0].target', words },
        ...{ service: orders, earlierInForce: true },
        since: '2026-11-21T02:00:00.000Z',
      },
    ]);
    await write(path, ordersSlo);
    await refresh();
    expect(await summary()).toEqual({
      objectives: [inForce(0.995)],
      problems: [],
    });
  });

  it('that go away stay in force until nobody names them', async () => {
    const { write, remove, root, services, refresh, summary } = await world();
    await write('catalog-info/slo/orders.yaml', ordersSlo);
    services(named(root));
    await refresh();
    await remove('catalog-info/slo');
    await refresh();
    expect(await summary()).toEqual({
      objectives: [inForce(0.995, ', outdated')],
      problems: ['catalog-info/slo/orders.yaml:1 There is no such file'],
    });
    services(asked('orders'));
    await refresh();
    expect(await summary()).toEqual({ objectives: [], problems: [] });
  });

  it('may refer to each other when one annotation names both', async () => {
    const { write, root, services, refresh, summary } = await world();
    const sli = `apiVersion: openslo/v1
kind: SLI
metadata: { name: accepted }
spec: { ratioMetric: { rawType: success, raw: { metricSource: { spec: { query: a } } } } }
`;
    const [head] = ordersSlo.split('  indicator:');
    const [, tail] = ordersSlo.split('  timeWindow:');
    await write(
      'catalog-info/slo/orders.yaml',
      `${head}  indicatorRef: accepted\n  timeWindow:${tail}`,
    );
    await write('catalog-info/slo/sli.yaml', sli);
    services(named(root, './slo/orders.yaml,./slo/sli.yaml'));
    await refresh();
    expect((await summary()).objectives).toEqual([inForce(0.995)]);
    await write('catalog-info/slo/sli.yaml', sli.replace('success', 'luck'));
    await refresh();
    const { objectives, problems } = await summary();
    expect(objectives).toEqual([inForce(0.995, ', outdated')]);
    expect(problems).toEqual([
      expect.stringContaining(
        'In the SLI \'accepted\' (catalog-info/slo/sli.yaml, line 4): rawType is "luck"',
      ),
    ]);
  });

  it.each([
    ['../../secret.yaml', 'leads out of the folders that may be read'],
    ['/etc/secret.yaml', 'must be relative to the file'],
    ['./link.yaml', 'It leads out of the folders that may be read'],
  ])('are not read when %s is outside', async (path, words) => {
    const { write, root, services, refresh, summary } = await world();
    await write('secret.yaml', ordersSlo);
    await symlink(`${root}/secret.yaml`, `${root}/catalog-info/link.yaml`);
    services(named(root, path));
    await refresh();
    const { objectives, problems } = await summary();
    expect([objectives, problems]).toEqual([
      [],
      [expect.stringContaining(words)],
    ]);
  });

  it('do not make way for defaults before they were read', async () => {
    const { write, root, services, refresh, summary } = await world({
      tiers: {},
    });
    await write('catalog-info/slo/orders.yaml', ordersSlo);
    services(named(root));
    expect((await summary()).objectives).toEqual([]);
    await refresh();
    expect((await summary()).objectives).toEqual([
      inForce(0.995),
      `${orders}/latency 0.95 by calls, calls`,
    ]);
  });
});

describe.each(databases.ids)('OpenSLO files in folders, on %s', id => {
  const world = async (atMost = {}) => {
    const folder = await tempFolder();
    const slo = {
      ...noDefaults,
      openslo: { folders: [`${folder.root}/slo`] },
      atMost,
    };
    const book = bookWorld(await databases.open(id), { slo });
    return { ...book, ...folder };
  };

  it('are matched to services by what they call them', async () => {
    const { write, services, refresh, summary } = await world();
    await write('slo/a/orders.yaml', ordersSlo);
    await write(
      'slo/payments.yml',
      written(ordersSlo, 'service: orders', 'service: payment-service'),
    );
    await write(
      'slo/nobody.yaml',
      written(ordersSlo, 'service: orders', 'service: nobody'),
    );
    await write('slo/README.md', '# No objectives');
    services(asked('orders'), asked('payments', {}, ['payment-service']));
    await refresh();
    expect(await summary()).toEqual({
      objectives: [
        inForce(0.995),
        inForce(0.995).replace('default/orders', 'default/payments'),
      ],
      problems: [
        "slo/nobody.yaml:4 spec.service is 'nobody', and no service in the catalog is called so; write its name or its entity ref",
      ],
    });
  });

  it('stay in force while the folder cannot be looked into', async () => {
    const { write, remove, root, services, refresh, summary } = await world();
    await write('slo/orders.yaml', ordersSlo);
    services(asked('orders'));
    await refresh();
    await remove('slo');
    await refresh();
    expect(await summary()).toEqual({
      objectives: [inForce(0.995)],
      problems: [`${root}/slo:- There is no such folder`],
    });
    await write('slo/other.yaml', 'apiVersion: openslo/v1');
    await refresh();
    expect((await summary()).objectives).toEqual([]);
  });

  it('beyond the limit are left out, and somebody says so', async () => {
    const { write, services, refresh, summary } = await world({
      documents: 1,
    });
    await write('slo/a.yaml', ordersSlo);
    await write('slo/b.yaml', ordersSlo);
    services(asked('orders'));
    await refresh();
    expect(await summary()).toEqual({
      objectives: [inForce(0.995)],
      problems: [
        'sightline.slo.atMost.documents:- 1 files with objectives are not read, as more than 1 are not; the first is slo/b.yaml. Raise sightline.slo.atMost.documents',
      ],
    });
  });
});

describe.each(databases.ids)('OpenSLO files behind an address, on %s', id => {
  const base = 'https://github.com/shop/orders/blob/main';
  /** as GitHub's integration asks for it */
  const tree = 'https://github.com/shop/orders/tree/main';
  const service = (path: string) =>
    asked('orders', {
      'backstage.io/managed-by-location': `url:${base}/catalog-info.yaml`,
      'sightline.dev/openslo': path,
    });
  const world = async () => {
    const urls = fakeUrls();
    const book = bookWorld(await databases.open(id), { urls, slo: noDefaults });
    return { ...book, ...urls };
  };

  it('are read as the catalog reads, and open at their line', async () => {
    const { files, services, refresh, read } = await world();
    files.set(`${tree}/slo/orders.yaml`, ordersSlo);
    services(service('./slo/orders.yaml'));
    await refresh();
    expect((await read()).objectives[0].origin).toEqual({
      ...{ kind: 'openslo', line: 31 },
      where: `${base}/slo/orders.yaml`,
      url: `${base}/slo/orders.yaml#L31`,
    });
  });

  it('are asked for rarely, and stay in force while nobody answers', async () => {
    const { files, asked: urls, fail, ...book } = await world();
    files.set(`${tree}/slo.yaml`, ordersSlo);
    book.services(service('slo.yaml'));
    await book.refresh();
    await book.refresh();
    expect(urls).toEqual([`${tree}/slo.yaml`]);
    book.pass(300_000);
    fail(new Error('503'));
    await book.refresh();
    expect(await book.summary()).toEqual({
      objectives: [inForce(0.995, ', outdated')],
      problems: [`${base}/slo.yaml:1 It cannot be read: 503`],
    });
    fail(undefined);
    book.pass(300_000);
    await book.refresh();
    expect(await book.summary()).toEqual({
      objectives: [inForce(0.995)],
      problems: [],
    });
  });

  it.each([
    'https://github.com/other/orders/blob/main/slo.yaml',
    '../../../../other/secrets/blob/main/slo.yaml',
    'https://elsewhere.example/slo.yaml',
  ])('are not read from another repository: %s', async path => {
    const { asked: urls, services, refresh, summary } = await world();
    services(service(path));
    await refresh();
    expect(urls).toEqual([]);
    expect((await summary()).problems).toEqual([
      `${orders}:- sightline.dev/openslo: '${path}' leads out of the repository of the service`,
    ]);
  });

  it('that several services name belong to those that are called so', async () => {
    const { files, services, refresh, summary } = await world();
    files.set(
      `${tree}/slo.yaml`,
      `${ordersSlo}---\n${written(
        ordersSlo,
        'service: orders',
        'service: payments',
      )}---\n${written(ordersSlo, 'service: orders', 'service: nobody').replace(
        'name: orders-availability',
        'name: lost',
      )}`,
    );
    const one = service('slo.yaml');
    services(one, asked('payments', one.annotations));
    await refresh();
    expect(await summary()).toEqual({
      objectives: [],
      problems: [
        `${base}/slo.yaml:36 The SLO 'orders-availability' is in this file twice; give them names of their own`,
        `${base}/slo.yaml:68 spec.service is 'nobody', and no service is called so; write one of component:default/orders, component:default/payments, who name this file`,
      ],
    });
  });
});
