/** What a text operator shows, as codes of letters: what they mean is known with the font. */

/** Strings and moves of the pen, in their order. Holds until the next operation is read. */
export class ShownCodes {
  codes = new Uint8Array(1024)
  length = 0
  /** Pieces that count in the two lists below: these are kept from one operation to the next, with their room. */
  pieces = 0
  /** Where each piece ends in `codes`; a move has no codes, a string has some. */
  readonly ends: number[] = []
  /** How far the pen moves back with each piece, in thousandths of the type size; 0 for a string. */
  readonly moves: number[] = []

  clear(): void {
    this.length = 0
    this.pieces = 0
  }

  push(code: number): void {
    if (this.length === this.codes.length) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(this.codes)
      this.codes = larger
    }
    this.codes[this.length++] = code
  }

  endString(): void {
    const start = this.pieces === 0 ? 0 : (this.ends[this.pieces - 1] ?? 0)
    if (this.length > start) this.endPiece(0)
  }

  endPiece(move: number): void {
    this.ends[this.pieces] = this.length
    this.moves[this.pieces] = move
    this.pieces++
  }
}
