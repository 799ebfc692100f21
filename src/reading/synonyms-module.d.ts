declare module '*/lexicon?synonyms' {
  const synonyms: readonly (readonly string[])[]
  export default synonyms
}
