import { Entity } from '@backstage/catalog-model';
import { toEntity } from './toEntity';

const user = (more: {
  metadata?: Partial<Entity['metadata']>;
  profile?: Record<string, string>;
}): Entity => ({
  ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'User' },
  metadata: { name: 'ana', namespace: 'default', ...more.metadata },
  spec: { profile: more.profile ?? {} },
  relations: [
    { type: 'memberOf', targetRef: 'group:default/Payments' },
    { type: 'ownerOf', targetRef: 'component:default/x' },
  ],
});

describe('toEntity', () => {
  it('reads how to reach somebody from the profile and the links', () => {
    const links = [
      { url: 'https://harbour.slack.com/team/U1', title: '@ana' },
      { url: 'https://chat.example/ana', icon: 'chat' },
      { url: 'tel:+49301234' },
      { url: 'https://people.example/ana', title: 'Profile' },
      { url: 'ftp://people.example/ana', title: 'never' },
      { url: 'https://', title: 'broken' },
    ];
    expect(
      toEntity(
        user({
          metadata: {
            links,
            annotations: { 'sightline.dev/timezone': ' Europe/Berlin ' },
          },
          profile: {
            ...{ displayName: 'Ana Marković', email: 'ana@harbour.example' },
            phone: '+49 (30) 56-78',
          },
        }),
      ),
    ).toEqual({
      ...{ kind: 'user', ref: 'user:default/ana', name: 'Ana Marković' },
      ...{ timeZone: 'Europe/Berlin', userName: 'ana' },
      email: 'ana@harbour.example',
      memberOf: ['group:default/payments'],
      contacts: [
        {
          ...{ kind: 'email', label: 'ana@harbour.example' },
          href: 'mailto:ana@harbour.example',
        },
        { kind: 'phone', label: '+49 (30) 56-78', href: 'tel:+49305678' },
        {
          ...{ kind: 'chat', label: '@ana' },
          href: 'https://harbour.slack.com/team/U1',
        },
        {
          ...{ kind: 'chat', label: 'https://chat.example/ana' },
          href: 'https://chat.example/ana',
        },
        { kind: 'phone', label: '+49301234', href: 'tel:+49301234' },
        { kind: 'link', label: 'Profile', href: 'https://people.example/ana' },
      ],
    });
  });

  it('does with a name alone, and with no zone where it is none', () => {
    const annotations = { 'sightline.dev/timezone': 'Mars/Base' };
    expect(toEntity(user({ metadata: { annotations } }))).toEqual({
      ...{ kind: 'user', ref: 'user:default/ana', name: 'ana' },
      ...{ userName: 'ana', memberOf: ['group:default/payments'] },
      contacts: [],
    });
  });

  it('keeps of a group only what names rotations', () => {
    const annotations = {
      'sightline.dev/rotation': './r.yaml',
      'backstage.io/managed-by-location': 'file:/srv/all.yaml',
      'example.org/secret': 'x',
    };
    expect(
      toEntity({
        ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Group' },
        metadata: { name: 'payments', title: 'Payments', annotations },
      }),
    ).toEqual({
      ...{ kind: 'group', ref: 'group:default/payments', name: 'Payments' },
      annotations: {
        'sightline.dev/rotation': './r.yaml',
        'backstage.io/managed-by-location': 'file:/srv/all.yaml',
      },
    });
  });
});
