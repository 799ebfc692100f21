/** Weight for text in a terminal, or none: piped output and NO_COLOR get the plain words. */

export interface TextStyle {
  bold(text: string): string
  dim(text: string): string
}

export const plainStyle: TextStyle = { bold: (text) => text, dim: (text) => text }

export const terminalStyle: TextStyle = {
  bold: (text) => `\u001B[1m${text}\u001B[22m`,
  dim: (text) => `\u001B[2m${text}\u001B[22m`,
}
