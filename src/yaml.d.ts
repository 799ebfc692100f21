declare module '*.yaml' {
  const value: unknown
  export default value
}

declare module '*.yaml?program' {
  export const supports: unknown
}
