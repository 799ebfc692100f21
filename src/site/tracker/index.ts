export { createTrackerSite } from './app.tsx'
export { serveTracker } from './serve-tracker.ts'
