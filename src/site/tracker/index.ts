export { createTrackerSite, type TrackerSiteOptions } from './app.tsx'
