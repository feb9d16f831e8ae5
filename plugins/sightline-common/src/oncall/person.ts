/** A way to reach somebody, as the catalog's profile and links say. @public */
export type Contact = {
  kind: 'email' | 'chat' | 'phone' | 'link';
  /** for people: `ana@harbour.example`, `#team-payments` */
  label: string;
  /** to open it with: `mailto:…`, `tel:…`, `https:…` */
  href: string;
};

/** Somebody who may be on call, as the catalog knows them. @public */
export type Person = {
  /** entity ref of the user */
  ref: string;
  name: string;
  /** IANA; where it may be night for them */
  timeZone?: string;
  contacts: Contact[];
};

/** Whom a reference means; undefined: the catalog does not know them. @public */
export type FindPerson = (ref: string) => Person | undefined;
