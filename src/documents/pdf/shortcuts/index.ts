/**
 * Shorter ways through pdf.js, for who wants text and no pictures of pages: a fifth of the time that it takes to parse a
 * long report (docs/adr/0015). Each stands in for one method; where that is no longer found, all goes on as before.
 */
import { type AnnotationFactory, dropAnnotations } from './drop-annotations.ts'
import { fetchObjectsSingly, type ObjectClasses, type XRefClass } from './fetch-objects.ts'
import { findInnerClasses } from './inner-classes.ts'
import { type NameClass, type PreprocessorClass, readContentQuickly } from './read-content.ts'
import { type EvaluatorClass, readGlyphsQuickly } from './read-glyphs.ts'
import { type FontClass, leaveFontsAlone } from './unshown-fonts.ts'

export { readEntry } from './entries.ts'

interface Classes extends ObjectClasses {
  readonly AnnotationFactory: AnnotationFactory
  readonly EvaluatorPreprocessor: PreprocessorClass
  readonly Font: FontClass
  readonly Name: NameClass
  readonly PartialEvaluator: EvaluatorClass
  readonly XRef: XRefClass
}

/** The methods that are replaced, and those that their substitutes need, by their classes. */
const METHODS: Readonly<Record<keyof Classes, readonly string[]>> = {
  AnnotationFactory: [],
  EvaluatorPreprocessor: ['read', 'preprocessCommand'],
  Font: ['_charToGlyph', 'charsToGlyphs', 'checkAndRepair'],
  Lexer: ['getObj'],
  Name: [],
  Parser: ['getObj'],
  PartialEvaluator: ['handleText'],
  Ref: [],
  XRef: ['fetch', 'fetchCompressed', 'getEntry'],
}

/** Loads pdf.js by `load`, takes every shortcut that it allows, and tells which. */
export async function takeShortcuts(load: () => Promise<unknown>): Promise<string[]> {
  const found = await findInnerClasses(Object.keys(METHODS), load)
  const classes: Partial<Classes> = Object.fromEntries(
    [...found].filter(([name, Found]) => {
      const methods = Object.entries(METHODS).find(([key]) => key === name)?.[1] ?? []
      return methods.every((method) => typeof Reflect.get(Found.prototype, method) === 'function')
    }),
  )
  const { AnnotationFactory, EvaluatorPreprocessor, Font, Name, PartialEvaluator, XRef } = classes
  const { Lexer, Parser, Ref } = classes
  const taken: string[] = []
  if (typeof AnnotationFactory?.createGlobals === 'function') {
    dropAnnotations(AnnotationFactory)
    taken.push('annotations')
  }
  // A page that is read quickly shows codes, which only glyphs read quickly know; and what fonts lack is never drawn then.
  if (EvaluatorPreprocessor && Name && PartialEvaluator && Font) {
    readContentQuickly(EvaluatorPreprocessor, Name)
    readGlyphsQuickly(PartialEvaluator)
    leaveFontsAlone(Font)
    taken.push('content')
  }
  if (XRef && Lexer && Parser && Ref) {
    fetchObjectsSingly(XRef, { Lexer, Parser, Ref })
    taken.push('objects')
  }
  return taken
}
