/** By their form names of bodies that act for themselves, whoever set them up: "Canal Board", "Locks Australia". */

const ENDS =
  'Group|Board|Panel|Taskforce|Task Force|Committee|Commission|Commissioner|Trust|Agency|Authority|Council|Partnership|Regulator|Ombudsman|Network|Institute|Corporation|Lead|Inspectorate|Bureau|Police|Court'

/** A group or board with a name of its own acts for itself, whoever set it up. */
export const ORGANISED = new RegExp(` (?:${ENDS})$`, 'u')

/** The full name that a short one stands for, where it is a body's and no scheme's. */
export const BODY_NAME = new RegExp(
  ` (?:${ENDS}|Service|Services|Office|Administration|Department|University|College|Association|Federation|Union|Society|Foundation|Executive|Centre|Alliance|Forum|Company|Party|Directorate|Secretariat|Unit|Team)$|^(?:Department|Ministry|Office|Institute|Bureau|Board|Council|Commission|University|College|Association|Federation) (?:of|for|on) `,
  'u',
)

/** "Services Larchland": a country's or city's body, which goes without an article. */
export const BOUND_TO_COUNTRY =
  /^(?!(?:Great|Northern|Southern|Western|Eastern|North|South|East|West|New|Mid|Rural|Urban|Global|Modern|Digital|Better|Safer|Greener|Fairer) )\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)* (?:England|Scotland|Wales|Cymru|Ireland|Australia|Canada|UK)$/u
