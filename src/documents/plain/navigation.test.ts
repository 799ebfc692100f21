import { describe, expect, it } from 'vitest'
import { isNavigationLine } from './navigation.ts'

// At least one for each beginning that the lines of furniture have.
const FURNITURE =
  `Back to top|Return to top|Scroll to bottom|To the top of the page|Top|Bottom|Skip to main content|Jump to navigation
Main menu|Site navigation|Primary nav|Toggle search|Open menu|Close menu|Mobile menu|Menu|Navigation|Nav|Search this site|Sidebar|Footer
Home|Home page|Homepage|Sitemap|Site map|Log in|Login|Log out|Logout|Sign in|Register|My account|Basket|Checkout|Donate now
Share this page|Tweet|Like this|Print|Email a friend|Pin|Save|Bookmark|Download|Copy link|Facebook|Twitter · LinkedIn|LinkedIn|Instagram|YouTube
WhatsApp|Pinterest|TikTok|RSS|Flickr|Bluesky|Mastodon|Threads|Follow us on Mastodon|Find us|Join us|Like us|Read more|See all|Show less|View all posts
Load more|Find out more|Learn more|More news|Latest posts|Recent articles|Related links|Popular topics|Other events|Similar pages|Next articles
Previous posts|Upcoming events|You may also like|Recommended for you|What's new|In this section|On this page|Quick links|Useful links
Tags: canals|Tag: boats|Category: news|Categories: news, boats|Topic: locks|Topics: locks|Filed under: locks|Posted in: locks|Leave a comment
Post a reply|Write a comment|Add a comment|No comments yet|12 comments|Comments are closed|Comment|1,204 views|3 min read|About 3 minutes to read
Estimated reading time: short|Reading time: 4 min|« Previous page|Previous|Next page »|Prev|Older posts|Newer entries|Accept all cookies
Reject cookies|Allow cookies|Decline cookies|Manage cookies|View cookies|Hide cookie message|Privacy policy|Cookies|Cookie policy|Accessibility statement
Terms of use|Legal notice|Copyright notice|Disclaimer|Contact us|About us|Help centre|Careers|Press office|Jobs|Media centre|© The Harbour Board
(c) 2019 The Harbour Board|Copyright The Harbour Board|Table of contents|Contents page|ENDS|End|— ends —|All rights reserved.|Powered by Lantern
Website by Lantern|Site by Lantern|Designed by Lantern|Built by Lantern|Registered charity number 12|Charity no. 12|Company number 12
Sign up to news|Subscribe now|Enter your email|Your email address|Submit|Send|Go|Apply|Continue|Cancel|Close|Loading...|Is this page useful?
Was this page helpful?|Did you find this page useful|Yes this page is useful|No this page is not useful|Report a problem with this page
Page 3 of 12|p. 12|p12|PAGE 4|- 12 -|3 of 12|Home > Boats|News / Boats|About > Us|Blog > Boats|harbour-photo_1.jpg|Image: a boat|Photo credit: J Lock
Picture: a boat|Video caption: a boat|Play video|Pause|Mute|Watch the video|Monday, 3 June 2019, 10:30am|Tue 3 June 2019 10:30|Wednesday 3 June 2019 10:30
Thu 3 June 2019 10:30|Fri 3 June 2019 10:30|Saturday 3 June 2019 10:30|Sun 3 June 2019 10:30`.split(/[|\n]/)

describe('lines that lead elsewhere', () => {
  it.each(FURNITURE)('%s is one', (line) => {
    expect(isNavigationLine(line)).toBe(true)
  })

  it.each([
    'Library plan',
    'Nextdoor neighbours',
    'Page turning will be taught',
    'Monday will be a holiday',
    'The council will publish its plan.',
    'Homes for all',
  ])('%s is none', (line) => {
    expect(isNavigationLine(line)).toBe(false)
  })
})
