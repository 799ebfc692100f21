/** Where pages believe to be while they are exported; what of it is left in a text becomes the copy's own address. */
export const LIVE_ORIGIN = 'https://holdfast-export.invalid'

/** Whole addresses of the live site in a text become those of the copy; without a base they lose their beginning. */
export function moveAddresses(text: string, base: string | null): string {
  return text.includes(LIVE_ORIGIN) ? text.replaceAll(LIVE_ORIGIN, base ?? '') : text
}
