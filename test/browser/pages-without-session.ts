/** Pages for people without a session: their name in pictures, their address and their heading. */
export const WITHOUT_SESSION: [place: string, path: string, heading: RegExp][] = [
  ['sign-in', '/console', /./],
  ['forgot-password', '/forgot', /./],
  ['invitation', '/invitation#jgm_unknown', /./],
  ['reset-password', '/reset#jgm_unknown', /./],
  ['confirm-email', '/confirm-email#jgm_unknown', /./],
  ['set-up', '/setup#jgu_unknown', /./],
  ['start', '/start', /./],
  ['enquiry-form', '/enquire/bright-spark', /Bright Spark/],
  ['portal-without-link', '/portal', /Open your page/],
  ['portal-dead-link', `/portal#jgp_${'x'.repeat(43)}`, /does not open/],
];
