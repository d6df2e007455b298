import type { Audience } from '../src/visibility/audience.js';

/**
 * Expected responses by role, written by hand from the product's design and not from the code.
 *
 * A cell has one letter, two or three:
 * - one: the operation names no entity, or one of the caller's own business;
 * - two: an entity of the own business, then one of another business;
 * - three: for staff a job (or part of a job) of the own business that they are not assigned to, one
 *   that they are assigned to, one of another business; for a client its own job, another client's job
 *   of the same business, a job of another business.
 *
 * `+` done, `F` FORBIDDEN, `N` NOT_FOUND, `U` UNAUTHENTICATED, `V` VALIDATION_FAILED that names a field.
 * After a slash: a special case, for example another entity that the input names beside the job.
 */
const OPERATIONS = `
operation                                owner  sole  admin  superv  financ  tradie  appren  client  visitor

Query.me                                 +      +     +      +       +       +       +       +       +
Query.business                           +      +     +      +       +       +       +       +       U
Query.errorCodes                         +      +     +      +       +       +       +       +       +
Query.visibilityMatrix                   +      +     +      +       +       +       +       N       U
Query.staffMembers                       +      +     +      +       +       +       +       N       U
Query.staffMembersPage                   +      +     +      +       +       +       +       N       U
Query.businessChoices                    +      +     +      +       +       +       +       N       +
Query.setupLink                          +      +     +      +       +       +       +       N       +
Mutation.setUpBusiness                   +      +     +      +       +       +       +       N       +
Mutation.requestRegistration             +      +     +      +       +       +       +       N       +
Mutation.signIn                          +      +     +      +       +       +       +       N       +
Mutation.signOut                         +      +     +      +       +       +       +       N       U
Mutation.changePassword                  +      +     +      +       +       +       +       N       U
Mutation.requestPasswordReset            +      +     +      +       +       +       +       N       +
Mutation.resetPassword                   +      +     +      +       +       +       +       N       +
Mutation.updateOwnProfile                +      +     +      +       +       +       +       N       U
Mutation.requestEmailChange              +      +     +      +       +       +       +       N       U
Mutation.confirmEmailChange              +      +     +      +       +       +       +       N       +
Query.sessions                           +      +     +      +       +       +       +       N       U
Mutation.endSession                      N      N     N      N       N       N       N       N       U
Mutation.endOtherSessions                +      +     +      +       +       +       +       N       U
Query.secondFactor                       +      +     +      +       +       +       +       N       U
Mutation.beginSecondFactor               +      +     +      +       +       +       +       N       U
Mutation.confirmSecondFactor             V      V     V      V       V       V       V       N       U
Mutation.renewRecoveryCodes              V      V     V      V       V       V       V       N       U
Mutation.turnOffSecondFactor             V      V     V      V       V       V       V       N       U
Mutation.requireSecondFactorFor          +      +     F      F       F       F       F       N       U
Mutation.resetSecondFactor               +N     +N    FF     FF      FF      FF      FF      NN      U

Query.portalSwitchOffImpact              +      +     +      F       F       F       F       N       U
Mutation.updateSiteSettings              +      +     +      F       F       F       F       N       U
Query.invitations                        +      +     +      F       F       F       F       N       U
Mutation.inviteStaffMember               +      +     +      F       F       F       F       N       U
Mutation.inviteStaffMember/an owner      +      +     F      F       F       F       F       N       U
Mutation.cancelInvitation                +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.cancelInvitation/of an owner    +N     +N    FN     FF      FF      FF      FF      NN      U
Query.apiKeys                            +      +     +      F       F       F       F       N       U
Mutation.createApiKey                    +      +     +      F       F       F       F       N       U
Mutation.endApiKey                       +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.acceptInvitation                +      +     +      +       +       +       +       N       +
Mutation.updateBusiness                  +      +     +      F       F       F       F       N       U
Mutation.updateBusiness/how clients pay  +      +     F      F       +       F       F       N       U
Mutation.updateBusiness/reminders        +      +     F      F       +       F       F       N       U
Query.cardPayments                       +      +     F      F       +       F       F       N       U
Mutation.connectStripe                   +      +     F      F       +       F       F       N       U
Mutation.refreshStripeAccount            +      +     F      F       +       F       F       N       U

Query.webhookEndpoints                   +      +     +      F       F       F       F       N       U
Query.webhookTopics                      +      +     +      F       F       F       F       N       U
Mutation.createWebhookEndpoint           +      +     +      F       F       F       F       N       U
Mutation.updateWebhookEndpoint           +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.rotateWebhookSecret             +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.sendTestWebhook                 +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.redeliverWebhook                +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.removeWebhookEndpoint           +N     +N    +N     FF      FF      FF      FF      NN      U

Mutation.addStaffMember                  +      +     +      F       F       F       F       N       U
Mutation.addStaffMember/an owner         +      +     F      F       F       F       F       N       U
Mutation.updateStaffMember               +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.updateStaffMember/an owner      +N     +N    FN     FF      FF      FF      FF      NN      U
Mutation.updateStaffMember/to owner      +N     +N    FN     FF      FF      FF      FF      NN      U
Mutation.removeStaffMember               +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.removeStaffMember/an owner      +N     +N    FN     FF      FF      FF      FF      NN      U
Query.staffRemovalImpact                 +N     +N    +N     FF      FF      FF      FF      NN      U
Mutation.removeStaffMember/to another's  VN     VN    VN     FF      FF      FF      FF      NN      U

Query.clients                            +      +     +      +       +       F       F       N       U
Query.client                             +N     +N    +N     +N      +N      FF      FF      NN      U
Mutation.createClient                    +      +     +      +       +       F       F       N       U
Mutation.updateClient                    +N     +N    +N     +N      +N      FF      FF      NN      U
Query.attention                          +      +     +      +       +       F       F       N       U
Mutation.pauseReminders                  +N     +N    +N     +N      +N      FF      FF      NN      U
Query.similarClients                     +      +     +      +       +       F       F       N       U
Mutation.archiveClient                   +N     +N    +N     +N      +N      FF      FF      NN      U
Mutation.restoreClient                   +N     +N    +N     +N      +N      FF      FF      NN      U
Mutation.mergeClients                    +N     +N    +N     +N      +N      FF      FF      NN      U
Mutation.mergeClients/another's client   NN     NN    NN     NN      NN      FF      FF      NN      U
Mutation.eraseClient                     +N     +N    +N     FF      FF      FF      FF      NN      U
Query.search                             +      +     +      +       +       +       +       N       U

Query.enquiries                          +      +     +      +       F       F       F       N       U
Query.enquiry                            +N     +N    +N     +N      FF      FF      FF      NN      U
Mutation.openPortalLink                  F      F      F     F       F       F       F       N       N
Mutation.requestPortalLink               F      F      F     F       F       F       F       N       +
Mutation.submitEnquiry                   +      +     +      +       +       +       +       +       +
Mutation.replyToEnquiry                  +N     +N    +N     +N      FF      FF      FF      NN      U
Mutation.acceptEnquiry                   +N     +N    +N     +N      FF      FF      FF      NN      U
Mutation.declineEnquiry                  +N     +N    +N     +N      FF      FF      FF      NN      U
Mutation.convertEnquiryToQuote           +N     +N    +N     +N      FF      FF      FF      NN      U

Query.quotes                             +      +     +      +       +       F       F       N       U
Query.quoteSums                        +      +     +      +       +       F       F       N       U
Query.quote                              ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.createQuote                     +      +     +      +       +       F       F       N       U
Mutation.createQuote/for a job           ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.createQuote/for a client        +V     +V    +V     +V      +V      FF      FF      NN      U
Mutation.updateQuote                     ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.sendQuote                       ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.acceptQuoteAndCreateJob         +N     +N    +N     +N      FF      FF      FF      NN      U
Mutation.acceptQuoteAndCreateJob/joins   ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.undoQuoteAcceptance             +N     +N    +N     +N      FF      FF      FF      NN      U
Mutation.sendQuoteAgain                  +N     +N    +N     +N      +N      FF      FF      NN      U
Mutation.withdrawQuote                   +N     +N    +N     +N      +N      FF      FF      NN      U
Query.quoteTotal                         ++N    ++N   ++N    ++N     ++N     FFF     FFF     +NN     U

Query.node                               ++N    ++N   ++N    ++N     ++N     N+N     N+N     +NN     U
Query.node/a client                      +N     +N    +N     +N      +N      NN      NN      NN      U
Query.node/an invoice                    ++N    ++N   ++N    ++N     ++N     NNN     NNN     NNN     U
Query.node/a draft quote                 ++N    ++N   ++N    ++N     ++N     N+N     NNN     NNN     U
Query.node/an enquiry                    +N     +N    +N     +N      NN      NN      NN      NN      U
Query.node/a material                    ++N    ++N   ++N    ++N     ++N     N+N     N+N     NNN     U
Query.visits                             +      +     +      +       +       +       +       N       U
Query.jobs                               +      +     +      +       +       +       +       N       U
Query.conversations                      +      +     +      +       +       +       +       N       U
Query.job                                ++N    ++N   ++N    ++N     ++N     N+N     N+N     +NN     U
Mutation.createJob                       +      +     +      +       F       F       F       N       U
Mutation.createJob/for a client          +V     +V    +V     +V      FF      FF      FF      NN      U
Mutation.createJob/with a colleague      +V     +V    +V     +V      FF      FF      FF      NN      U
Mutation.createJob/with an admin         V      V     V      V       F       F       F       N       U
Mutation.createJob/with finance          V      V     V      V       F       F       F       N       U
Mutation.updateJob                       ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.updateJob/another's client      VVN    VVN   VVN    VVN     FFF     FFF     FFF     NNN     U
Mutation.updateJob/another's staff       VVN    VVN   VVN    VVN     FFF     FFF     FFF     NNN     U
Mutation.updateJob/with an admin         VVN    VVN   VVN    VVN     FFF     FFF     FFF     NNN     U
Mutation.setJobStatus                    ++N    ++N   ++N    ++N     FFF     N+N     FFF     NNN     U
Mutation.attachQuote                     ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.attachQuote/another's quote     NNN    NNN   NNN    NNN     NNN     FFF     FFF     NNN     U
Mutation.scheduleVisit                   ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.scheduleVisit/another's staff   VVN    VVN   VVN    VVN     FFF     FFF     FFF     NNN     U
Mutation.scheduleVisit/with finance      VVN    VVN   VVN    VVN     FFF     FFF     FFF     NNN     U
Mutation.rescheduleVisit                 ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.assignVisit                     ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.assignVisit/another's staff     VVN    VVN   VVN    VVN     FFF     FFF     FFF     NNN     U
Query.overlappingVisits                  +      +     +      +       F       F       F       N       U
Mutation.cancelVisit                     ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U

Mutation.addNote                         ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.updateNote                      ++N    ++N   ++N    ++N     FFF     NFN     NFN     NNN     U
Mutation.removeNote                      ++N    ++N   ++N    ++N     FFF     NFN     NFN     NNN     U
Mutation.updateNote/your own             ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.removeNote/your own             ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.undoRemoval                     ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.addTodo                         ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.updateTodo                      ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.updateTodo/its title            ++N    ++N   ++N    ++N     FFF     NFN     NFN     NNN     U
Mutation.removeTodo                      ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.addMaterial                     ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.updateMaterial                  ++N    ++N   ++N    ++N     FFF     NFN     NFN     NNN     U
Mutation.removeMaterial                  ++N    ++N   ++N    ++N     FFF     NFN     NFN     NNN     U
Mutation.updateMaterial/your own         ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.removeMaterial/your own         ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.addPhoto                        ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U
Mutation.addPhoto/another's visit        VVN    VVN   VVN    VVN     FFF     NVN     NVN     NNN     U
Mutation.removePhoto                     ++N    ++N   ++N    ++N     FFF     NFN     NFN     NNN     U
Mutation.removePhoto/your own            ++N    ++N   ++N    ++N     FFF     N+N     N+N     NNN     U

Query.invoices                           +      +     +      +       +       F       F       N       U
Query.invoiceSums                      +      +     +      +       +       F       F       N       U
Query.invoice                            ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.createInvoice                   ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.createInvoice/another's quote   VVN    VVN   VVN    VVN     VVN     FFF     FFF     NNN     U
Mutation.sendInvoice                     ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.updateInvoice                   ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.discardInvoiceChanges           ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.creditInvoice                   ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.recordPayment                   ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.reversePayment                  ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.refundPayment                   ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U
Mutation.voidInvoice                     ++N    ++N   ++N    ++N     ++N     FFF     FFF     NNN     U

Query.sharePrompts                       +      +     +      +       F       F       F       N       U
Query.sharePrompt                        ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Query.clientVisibility                   ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Query.documentVisibility                 ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.setKeepInSync                   ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.shareWithClient                 ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.dismissSharePrompt              ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.updateSharing                   ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.setPhotoStage                   ++N    ++N   ++N    ++N     FFF     NFN     NFN     NNN     U
Mutation.setPhotoSharing                 ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.setPhotoSharing/tradies may     ++N    ++N   ++N    ++N     FFF     N+N     FFF     NNN     U
Mutation.resendShare                     ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.revokePortalLink                ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U

Query.failedEmails                       +      +     +      +       F       F       F       N       U
Mutation.resendEmail                     ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.resendEmail/an invoice          ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.dismissFailedEmail              ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U

Mutation.setClientMessages               ++N    ++N   ++N    ++N     FFF     FFF     FFF     NNN     U
Mutation.sendMessage                     ++N    ++N   ++N    ++N     ++N     N+N     N+N     +NN     U
Mutation.markMessagesRead                ++N    ++N   ++N    ++N     ++N     N+N     N+N     +NN     U

Query.portal                             F      F     F      F       F       F       F       +       U
Mutation.recordPortalView                F      F     F      F       F       F       F       +       U
Mutation.acceptQuote                     FFF    FFF   FFF    FFF     FFF     FFF     FFF     +NN     U
Mutation.declineQuote                    FFF    FFF   FFF    FFF     FFF     FFF     FFF     +NN     U
Mutation.requestQuoteChanges             FFF    FFF   FFF    FFF     FFF     FFF     FFF     +NN     U
Mutation.payInvoice                      FFF    FFF   FFF    FFF     FFF     FFF     FFF     +NN     U

Subscription.jobChanged                  ++N    ++N   ++N    ++N     ++N     N+N     N+N     NNN     U
Subscription.sharePromptRaised           +      +     +      +       F       F       F       N       U
Subscription.attentionChanged            +      +     +      +       +       F       F       N       U
Subscription.portalChanged               F      F     F      F       F       F       F       +       U
`;

/**
 * Fields of a shared job: `+` a value, `-` null.
 * The client reads its own job, and staff one that they are assigned to.
 */
const FIELDS = `
field                                    owner  sole  admin  superv  financ  tradie  appren  client

job.title                                +      +     +      +       +       +       +       +
job.status                               +      +     +      +       +       +       +       +
job.internalNotes                        +      +     +      +       +       +       +       -
job.assignees                            +      +     +      +       +       +       +       -
job.staffCostCents                       +      +     +      -       +       -       -       -
job.materialsCostCents                   +      +     +      -       +       -       -       -
job.marginCents                          +      +     +      -       +       -       -       -
job.materials                            +      +     +      +       +       +       +       -
job.materials.name                       +      +     +      +       +       +       +       -
job.materials.quantity                   +      +     +      +       +       +       +       -
job.materials.unitCostCents              +      +     +      -       +       -       -       -
job.notes.body                           +      +     +      +       +       +       +       +
job.notes.internal                       +      +     +      +       +       +       +       -
job.notes.author                         +      +     +      +       +       +       +       -
job.todos.title                          +      +     +      +       +       +       +       +
job.photos.caption                       +      +     +      +       +       +       +       +
job.photos.shared                        +      +     +      +       +       +       +       -
job.photos.addedBy                       +      +     +      +       +       +       +       -
job.visits.startsAt                      +      +     +      +       +       +       +       +
job.visits.assignees                     +      +     +      +       +       +       +       -
job.quotes                               +      +     +      +       +       +       -       +
job.quotes.totalCents                    +      +     +      +       +       +       -       +
job.quotes.internalNotes                 +      +     +      +       +       +       -       -
job.quotes.marginCents                   +      +     +      -       +       -       -       -
job.quotes.lines.unitPriceCents          +      +     +      +       +       +       -       +
job.quotes.lines.unitCostCents           +      +     +      -       +       -       -       -
job.quotes.lines.groupName               +      +     +      +       +       +       -       +
job.quotes.lines.chosen                  +      +     +      +       +       +       -       +
job.quotes.terms                         +      +     +      +       +       +       -       +
job.invoices                             +      +     +      +       +       -       -       +
job.invoices.totalCents                  +      +     +      +       +       -       -       +
job.invoices.internalNotes               +      +     +      +       +       -       -       -
job.invoices.payments.recordedBy         +      +     +      +       +       -       -       -
job.messages                             +      +     +      +       +       +       +       +
job.publication                          +      +     +      +       -       -       -       -
job.publications                         +      +     +      +       -       -       -       -
job.portalLinks                          +      +     +      +       -       -       -       -
job.sharePrompt                          +      +     +      +       -       -       -       -
job.clientScheduleOutdatedSince          +      +     +      +       -       -       -       -
job.itemsWithClient                      +      +     +      +       -       -       -       -
job.client.name                          +      +     +      +       +       +       +       -
job.client.email                         +      +     +      +       +       +       +       -
job.assignees.hourlyCostCents            +      +     +      -       +       -       -       -
`;

const COLUMNS: Audience[] = [
  'BUSINESS_OWNER',
  'SOLE_TRADER',
  'ADMIN',
  'SUPERVISOR',
  'FINANCE',
  'TRADIE',
  'APPRENTICE',
  'CLIENT',
  'VISITOR',
];

/** A row of a table: what it is about, and a cell for each column. */
export interface RoleRow {
  /** With its special case, if any: `Mutation.createJob/for a client`. */
  name: string;
  cells: { audience: Audience; cell: string }[];
}

export const OPERATION_ROWS = rowsOf(OPERATIONS);
export const FIELD_ROWS = rowsOf(FIELDS);

function rowsOf(table: string): RoleRow[] {
  const [, ...rows] = table.split('\n').filter((line) => line.trim() !== '');
  return rows.map((line) => {
    const [name = '', ...cells] = line.trim().split(/ {2,}/);
    return {
      name,
      cells: cells.map((cell, at) => ({ audience: COLUMNS[at] as Audience, cell })),
    };
  });
}
