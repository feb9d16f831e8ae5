const opens = /^(https?|mailto|tel|sms|slack|msteams):/i;

/** Links come out of the catalog, which everybody may write: only what opens something passes. */
export const safeHref = (href: string): string | undefined =>
  opens.test(href.trim()) ? href.trim() : undefined;
