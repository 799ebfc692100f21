export { createTrackerSite } from './app.tsx'
export { serveTracker } from './serve-tracker.ts'
export { findShareImages } from './share/share-images.ts'
