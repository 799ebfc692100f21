/** Style sheets and browser scripts that are taken in as text, to be written into a page or served. */
declare module '*.css?raw' {
  const text: string
  export default text
}
declare module '*.client.js?raw' {
  const text: string
  export default text
}
/** A browser script in TypeScript, bundled as text when the program is built. */
declare module '*.client.ts?browser' {
  const text: string
  export default text
}
/** A program that stands alone. */
declare module '*.mjs?raw' {
  const text: string
  export default text
}
