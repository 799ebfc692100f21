/** What pdf.js expects of a browser and Node does not have, each as little as reading text needs. */

/**
 * Fills in what is missing: ArrayBuffer.transferToFixedLength (Node has it from version 22 on), and FontFace. Without
 * a FontFace pdf.js draws every glyph of every font as a path in advance, a sixth of its time, for a page never shown.
 */
export function preparePdfjs(): void {
  if (!('transferToFixedLength' in ArrayBuffer.prototype))
    Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
      configurable: true,
      value(this: ArrayBuffer, length = this.byteLength) {
        return this.slice(0, length)
      },
    })
  if (!('FontFace' in globalThis))
    Object.defineProperty(globalThis, 'FontFace', { configurable: true, value: UnshownFont })
}

/** A font that counts as loaded and is shown nowhere. */
class UnshownFont {
  readonly loaded = Promise.resolve(this)
}

const takeFont = (): void => {}

/** Stands in for the page that fonts would be added to. */
export const FONT_OWNER: object = { fonts: { add: takeFont, delete: takeFont, clear: takeFont } }
