import { ANNOTATION_EDIT_URL, Entity } from '@backstage/catalog-model';

/** Only addresses a browser may follow: annotations are written by anybody. */
const asWebUrl = (text: string | undefined): URL | undefined => {
  if (!text || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) ? url : undefined;
};

/** From the page that shows a file to the page that edits it, where we know the host's manner. */
const toEditPage = (url: URL): string =>
  `${url.origin}${url.pathname}`.replace(
    /^(https?:\/\/[^/]+\/[^/]+\/[^/]+.*?)\/(?:blob|tree)\//,
    '$1/edit/',
  );

/**
 * Where the file that declares an entity is edited: what the catalog says, else
 * derived from where the file was read.
 *
 * @example `url:https://github.com/harbour/orders/blob/main/catalog-info.yaml`
 * gives `https://github.com/harbour/orders/edit/main/catalog-info.yaml`
 */
export const editUrl = (entity: Entity, file?: string): string | undefined => {
  const said = asWebUrl(entity.metadata.annotations?.[ANNOTATION_EDIT_URL]);
  if (said) {
    return said.href;
  }
  const read = asWebUrl(file?.replace(/^url:/, ''));
  return read && toEditPage(read);
};
