/** From a card to a PNG: off the main thread, kept for as long as the tracker is as it was. */
import { createRequire } from 'node:module'

export interface ShareImages {
  /** The PNG of an SVG. */
  render(svg: string): Promise<Uint8Array>
}

const FACES = ['400Regular/Gelasio_400Regular.ttf', '600SemiBold/Gelasio_600SemiBold.ttf']

/** Null where the optional packages are not installed: pages then name no image. Loads nothing until the first image. */
export function findShareImages(): ShareImages | null {
  const require = createRequire(import.meta.url)
  let files: string[]
  try {
    require.resolve('@resvg/resvg-js')
    files = FACES.map((face) => require.resolve(`@expo-google-fonts/gelasio/${face}`))
  } catch {
    return null // not installed, which is a choice: they are optional
  }
  return {
    async render(svg) {
      const { renderAsync } = await import('@resvg/resvg-js')
      const image = await renderAsync(svg, {
        font: { loadSystemFonts: false, fontFiles: files, defaultFontFamily: 'Gelasio' },
      })
      return image.asPng()
    },
  }
}
