import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { ref } from '../../../__testUtils__/harbour';
import { startSightline } from '../../../__testUtils__/startSightline';
import { eventually } from '../../../intake/__testUtils__/startTestIntake';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { fakeIndicatorSource } from '../__testUtils__/FakeIndicatorSource';
import { noticesByBackstage } from './noticesByBackstage';

const { open } = useTestDatabases();

const post = () => {
  const sent: NotificationSendOptions[] = [];
  const notifications = {
    send: async (options: NotificationSendOptions) => {
      sent.push(options);
    },
  };
  return { sent, notifications };
};

describe('a notice', () => {
  it('goes to its owner, in the place of the one before it', async () => {
    const { sent, notifications } = post();
    await noticesByBackstage(notifications)({
      ...{ owner: 'group:default/shop', title: 'Cart: it answers' },
      ...{ words: 'Burns 14 times too fast', link: '/catalog/cart/slo' },
      ...{ severity: 'critical', scope: 'sightline:cart/availability' },
      about: [{ id: 'cart/availability', state: 'page' }],
    });
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/shop' },
        payload: {
          ...{ title: 'Cart: it answers', link: '/catalog/cart/slo' },
          ...{ description: 'Burns 14 times too fast', severity: 'critical' },
          scope: 'sightline:cart/availability',
          topic: 'sightline.objective',
        },
      },
    ]);
  });

  it('is sent for what burns where somebody switched that on, and nowhere else', async () => {
    const database = await open('SQLITE_3');
    const prometheus = fakeIndicatorSource();
    prometheus.tell(ref('payments'), { errors: 0.2 });
    prometheus.tell(ref('ledger'), { errors: 0 });
    const { sent, notifications } = post();
    const start = (enabled: boolean) =>
      startSightline({
        ...{ database, notifications, indicatorSources: [prometheus.source] },
        config: {
          slo: {
            notifications: { enabled },
            templates: [{ preset: 'http' }],
            tiers: {
              T0: { latency: false },
              T1: { latency: false },
              none: { availability: false, latency: false },
            },
          },
        },
      });
    const silent = await start(false);
    const list = async () => (await silent.get('/v1/objectives')).body;
    await silent.sweep();
    await eventually(async () => (await list()).of === 3);
    await silent.turn('slo:prometheus:main');
    await eventually(async () => (await list()).states.page === 1);
    await silent.backend.stop();
    expect(sent).toEqual([]);

    // Whoever starts looks at once for what people were not told yet.
    await start(true);
    await eventually(() => sent.length > 0);
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/payments' },
        payload: {
          title: expect.stringContaining('Payments: '),
          description: expect.stringContaining('Burns'),
          link: '/catalog/default/component/payments/slo',
          ...{ severity: 'critical', topic: 'sightline.objective' },
          scope: `sightline:${ref('payments')}/availability`,
        },
      },
    ]);
  });
});
