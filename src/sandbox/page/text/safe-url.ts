/**
 * An address that may go into `href` or `src`: http, https or a path of this page.
 *
 * @returns undefined for any other scheme, such as `javascript:`
 */
export function safeUrl(url: string | undefined | null): string | undefined {
  if (url === undefined || url === null || !URL.canParse(url, location.href)) return undefined;
  const { protocol, href } = new URL(url, location.href);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}
