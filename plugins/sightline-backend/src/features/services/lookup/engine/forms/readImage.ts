import { Asked } from '../readAsked';

const scheme = /^(?:docker|docker-pullable|containerd|oci):\/\//i;
const digest = /@sha256:[\da-f]*$/i;
const tag = /:[\w][\w.-]*$/;

/**
 * An image without its version, its digest, and what the container runtime is.
 *
 * @example `docker-pullable://shop/search:5.2.8` is `shop/search`
 */
export const repositoryOf = (image: string): string =>
  image.trim().replace(scheme, '').replace(digest, '').replace(tag, '');

/**
 * What a container runs, whatever its version.
 *
 * @example registry.example/shop/search:5.2.8@sha256:0a1b… is registry.example/shop/search
 */
export const readImage = (text: string): Asked | undefined => {
  const plain = text.trim();
  const said = plain.replace(scheme, '');
  const named = said.replace(digest, '');
  const repository = named.replace(tag, '');
  const isImage =
    said !== plain ||
    named !== said ||
    (repository !== named && repository.includes('/'));
  if (!isImage || /\s|:\/\//.test(named) || repository === '') return undefined;
  const last = repository.slice(repository.lastIndexOf('/') + 1);
  return {
    form: 'image',
    read: `The image ${repository}, whatever its version`,
    texts: [
      { text: repository, weight: 0.99 },
      { text: last, weight: 0.9 },
    ],
  };
};
