/** Style sheets and browser scripts that are taken in as text, to be written into a page or served. */
declare module '*.css?raw' {
  const text: string
  export default text
}
declare module '*.client.js?raw' {
  const text: string
  export default text
}
