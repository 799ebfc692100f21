/** The older encoding of Western Windows, where it differs from Latin-1. */

/** What Windows-1252 puts in the range that Latin-1 leaves to control characters (0x80 to 0x9f), "" where nothing. */
export const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
