/** An accent colour as Discord gives it, a number, as CSS; undefined for none. */
export function toColour(colour: number | null | undefined): string | undefined {
  if (colour === undefined || colour === null) return undefined;
  return `#${colour.toString(16).padStart(6, '0')}`;
}
