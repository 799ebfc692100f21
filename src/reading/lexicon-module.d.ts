declare module '*/lexicon?built' {
  const built: import('./built-lexicon.ts').BuiltLexicon
  export default built
}
