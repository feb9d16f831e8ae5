import { NotificationService } from '@backstage/plugin-notifications-node';
import { SendNotice } from './notify';

/** Notices as Backstage's notifications: one of each scope, the newest. */
export const noticesByBackstage =
  (notifications: NotificationService): SendNotice =>
  ({ owner, title, words, link, severity, scope }) =>
    notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        ...{ title, description: words, link, severity, scope },
        topic: 'sightline.objective',
      },
    });
