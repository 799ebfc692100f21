/** The `{parameter}` places of a text, which are filled with the value of the day. */

export const PLACES = /\{([a-z0-9-]+)\}/g

/** The names of the parameters that a text takes. */
export const placesIn = (text: string): string[] => [...text.matchAll(PLACES)].map((match) => match[1] ?? '')
