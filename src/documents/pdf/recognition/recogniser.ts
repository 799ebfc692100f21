/**
 * Reads lettering in a picture with Tesseract, compiled to WebAssembly, in this process: nothing is fetched, and its
 * English model comes with an npm package. Both packages are optional; without them a drawn page stays unread and is
 * said to be.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { encodePgm, type Picture } from './raster.ts'

/** The part of Tesseract's interface that is used. */
interface TesseractApi {
  Init(folder: string, language: string, engine: number): number
  SetVariable(name: string, value: string): boolean
  SetImageFile(orientation: number, angle: number): number
  Recognize(monitor: null): number
  GetUTF8Text(): string
  SetPageSegMode(mode: number): void
  Clear(): void
}
interface TesseractModule {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void }
  readonly TessBaseAPI: new () => TesseractApi
}

/** Tesseract's mode for a picture that holds a single line. */
const SINGLE_LINE = 7
/** Tesseract's engine number for its neural recogniser, the only one in the build that is used. */
const LSTM_ENGINE = 1

export interface Recogniser {
  /** The text of a picture of one line, painted at `RECOGNITION_SCALE`; empty when it can make nothing of it. */
  recogniseLine(picture: Picture): string
}

/** Pixels a point that lettering is painted at: 200 dots an inch, where recognition stops gaining by more. */
export const RECOGNITION_SCALE = 200 / 72

/** A recogniser for lines of English, or null where its packages are not installed. Costs about half a second. */
export async function openRecogniser(): Promise<Recogniser | null> {
  const require = createRequire(import.meta.url)
  let module: TesseractModule
  let model: Uint8Array
  try {
    const load = require('tesseract.js-core/tesseract-core-simd-lstm') as (
      options: object,
    ) => Promise<TesseractModule> // an untyped package; the interface above is what of it is used
    module = await load({ print: () => {}, printErr: () => {} })
    model = gunzipSync(
      readFileSync(require.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz')),
    )
  } catch {
    return null // an optional package is missing: the caller says that the page could not be read
  }
  module.FS.writeFile('/eng.traineddata', model)
  const api = new module.TessBaseAPI()
  if (api.Init('/', 'eng', LSTM_ENGINE) !== 0) return null
  api.SetVariable('user_defined_dpi', '200')
  api.SetPageSegMode(SINGLE_LINE)
  return {
    recogniseLine(picture) {
      module.FS.writeFile('/input', encodePgm(picture))
      if (api.SetImageFile(1, 0) !== 0) return ''
      api.Recognize(null)
      const text = api.GetUTF8Text().trim()
      api.Clear()
      return text
    },
  }
}
