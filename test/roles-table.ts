import type { Audience } from '../src/visibility/audience.js';

/**
 * Who is answered what, written by hand from the product's design and from nothing in the code.
 *
 * A cell has one letter, two or three:
 * - one: the operation names no record, or one of the caller's own business;
 * - two: a record of the own business, then one of another business;
 * - three: for staff a job (or part of a job) of the own business that they are not assigned to, one
 *   that they are assigned to, one of another business; for a client its own job, another client's job
 *   of the same business, a job of another business.
 *
 * `+` done, `F` FORBIDDEN, `N` NOT_FOUND, `U` UNAUTHENTICATED, `V` VALIDATION_FAILED that names a field.
 * After a slash stands what is special: a record that an input names beside the job, for example.
 */
const OPERATIONS = `
operation                                owner  sole  admin  superv  tradie  appren  client  visitor

Query.me                                 +      +     +      +       +       +       +       +
Query.business                           +      +     +      +       +       +       +       U
Query.visibilityMatrix                   +      +     +      +       +       +       N       U
Query.staffMembers                       +      +     +      +       +       +       N       U
Query.staffMembersPage                   +      +     +      +       +       +       N       U
Mutation.signIn                          +      +     +      +       +       +       N       +
Mutation.signOut                         +      +     +      +       +       +       N       U
Mutation.changePassword                  +      +     +      +       +       +       N       U

Query.portalSwitchOffImpact              +      +     +      F       F       F       N       U
Mutation.updateSiteSettings              +      +     +      F       F       F       N       U

Mutation.addStaffMember                  +      +     +      F       F       F       N       U
Mutation.addStaffMember/an owner         +      +     F      F       F       F       N       U
Mutation.updateStaffMember               +N     +N    +N     FF      FF      FF      NN      U
Mutation.updateStaffMember/an owner      +N     +N    FN     FF      FF      FF      NN      U
Mutation.updateStaffMember/to owner      +N     +N    FN     FF      FF      FF      NN      U
Mutation.removeStaffMember               +N     +N    +N     FF      FF      FF      NN      U
Mutation.removeStaffMember/an owner      +N     +N    FN     FF      FF      FF      NN      U

Query.clients                            +      +     +      +       F       F       N       U
Query.client                             +N     +N    +N     +N      FF      FF      NN      U
Mutation.createClient                    +      +     +      +       F       F       N       U
Mutation.updateClient                    +N     +N    +N     +N      FF      FF      NN      U

Query.enquiries                          +      +     +      +       F       F       N       U
Query.enquiry                            +N     +N    +N     +N      FF      FF      NN      U
Mutation.submitEnquiry                   +      +     +      +       +       +       +       +
Mutation.replyToEnquiry                  +N     +N    +N     +N      FF      FF      NN      U
Mutation.acceptEnquiry                   +N     +N    +N     +N      FF      FF      NN      U
Mutation.declineEnquiry                  +N     +N    +N     +N      FF      FF      NN      U
Mutation.convertEnquiryToQuote           +N     +N    +N     +N      FF      FF      NN      U

Query.quotes                             +      +     +      +       F       F       N       U
Query.quote                              ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.createQuote                     +      +     +      +       F       F       N       U
Mutation.createQuote/for a job           ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.createQuote/for a client        +V     +V    +V     +V      FF      FF      NN      U
Mutation.updateQuote                     ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.sendQuote                       ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.acceptQuoteAndCreateJob         +N     +N    +N     +N      FF      FF      NN      U

Query.jobs                               +      +     +      +       +       +       N       U
Query.job                                ++N    ++N   ++N    ++N     N+N     N+N     +NN     U
Mutation.createJob                       +      +     +      +       F       F       N       U
Mutation.createJob/for a client          +V     +V    +V     +V      FF      FF      NN      U
Mutation.createJob/with a colleague      +V     +V    +V     +V      FF      FF      NN      U
Mutation.updateJob                       ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.updateJob/another's client      VVN    VVN   VVN    VVN     FFF     FFF     NNN     U
Mutation.updateJob/another's staff       VVN    VVN   VVN    VVN     FFF     FFF     NNN     U
Mutation.setJobStatus                    ++N    ++N   ++N    ++N     N+N     FFF     NNN     U
Mutation.attachQuote                     ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.attachQuote/another's quote     NNN    NNN   NNN    NNN     FFF     FFF     NNN     U
Mutation.scheduleVisit                   ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.scheduleVisit/another's staff   VVN    VVN   VVN    VVN     FFF     FFF     NNN     U
Mutation.rescheduleVisit                 ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.cancelVisit                     ++N    ++N   ++N    ++N     FFF     FFF     NNN     U

Mutation.addNote                         ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Mutation.updateNote                      ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Mutation.removeNote                      ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Mutation.addTodo                         ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Mutation.updateTodo                      ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Mutation.removeTodo                      ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Mutation.addMaterial                     ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Mutation.updateMaterial                  ++N    ++N   ++N    ++N     NFN     NFN     NNN     U
Mutation.removeMaterial                  ++N    ++N   ++N    ++N     NFN     NFN     NNN     U
Mutation.addPhoto                        ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Mutation.addPhoto/another's visit        VVN    VVN   VVN    VVN     NVN     NVN     NNN     U
Mutation.removePhoto                     ++N    ++N   ++N    ++N     N+N     N+N     NNN     U

Query.invoices                           +      +     +      +       F       F       N       U
Query.invoice                            ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.createInvoice                   ++N    ++N   ++N    FFF     FFF     FFF     NNN     U
Mutation.createInvoice/another's quote   VVN    VVN   VVN    FFF     FFF     FFF     NNN     U
Mutation.sendInvoice                     ++N    ++N   ++N    FFF     FFF     FFF     NNN     U
Mutation.recordPayment                   ++N    ++N   ++N    FFF     FFF     FFF     NNN     U
Mutation.reversePayment                  ++N    ++N   ++N    FFF     FFF     FFF     NNN     U
Mutation.voidInvoice                     ++N    ++N   ++N    FFF     FFF     FFF     NNN     U

Query.sharePrompts                       +      +     +      +       F       F       N       U
Query.sharePrompt                        ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Query.clientVisibility                   ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.setKeepInSync                   ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.shareWithClient                 ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.dismissSharePrompt              ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.updateSharing                   ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.setPhotoSharing                 ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.resendShare                     ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.revokePortalLink                ++N    ++N   ++N    ++N     FFF     FFF     NNN     U

Query.failedEmails                       +      +     +      +       F       F       N       U
Mutation.resendEmail                     ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.resendEmail/an invoice          ++N    ++N   ++N    FFN     FFF     FFF     NNN     U
Mutation.dismissFailedEmail              ++N    ++N   ++N    ++N     FFF     FFF     NNN     U

Mutation.setClientMessages               ++N    ++N   ++N    ++N     FFF     FFF     NNN     U
Mutation.sendMessage                     ++N    ++N   ++N    ++N     FFF     FFF     +NN     U
Mutation.markMessagesRead                ++N    ++N   ++N    ++N     FFF     FFF     +NN     U

Query.portal                             F      F     F      F       F       F       +       U
Mutation.recordPortalView                F      F     F      F       F       F       +       U
Mutation.acceptQuote                     FFF    FFF   FFF    FFF     FFF     FFF     +NN     U
Mutation.declineQuote                    FFF    FFF   FFF    FFF     FFF     FFF     +NN     U
Mutation.requestQuoteChanges             FFF    FFF   FFF    FFF     FFF     FFF     +NN     U

Subscription.jobChanged                  ++N    ++N   ++N    ++N     N+N     N+N     NNN     U
Subscription.sharePromptRaised           +      +     +      +       F       F       N       U
Subscription.portalChanged               F      F     F      F       F       F       +       U
`;

/**
 * What is seen of a job that one sees, everything of it shared with its client: `+` a value, `-` null.
 * The client looks at its own job, and each of the roles is assigned to the one it looks at.
 */
const FIELDS = `
field                                    owner  sole  admin  superv  tradie  appren  client

job.title                                +      +     +      +       +       +       +
job.status                               +      +     +      +       +       +       +
job.internalNotes                        +      +     +      +       +       +       -
job.assignees                            +      +     +      +       +       +       -
job.staffCostCents                       +      +     +      -       -       -       -
job.materialsCostCents                   +      +     +      -       -       -       -
job.marginCents                          +      +     +      -       -       -       -
job.materials                            +      +     +      +       +       +       -
job.materials.name                       +      +     +      +       +       +       -
job.materials.quantity                   +      +     +      +       +       +       -
job.materials.unitCostCents              +      +     +      -       -       -       -
job.notes.body                           +      +     +      +       +       +       +
job.notes.internal                       +      +     +      +       +       +       -
job.notes.author                         +      +     +      +       +       +       -
job.todos.title                          +      +     +      +       +       +       +
job.photos.caption                       +      +     +      +       +       +       +
job.photos.shared                        +      +     +      +       +       +       -
job.visits.startsAt                      +      +     +      +       +       +       +
job.visits.assignees                     +      +     +      +       +       +       -
job.quotes                               +      +     +      +       +       -       +
job.quotes.totalCents                    +      +     +      +       +       -       +
job.quotes.internalNotes                 +      +     +      +       +       -       -
job.quotes.marginCents                   +      +     +      -       -       -       -
job.quotes.lines.unitPriceCents          +      +     +      +       +       -       +
job.quotes.lines.unitCostCents           +      +     +      -       -       -       -
job.invoices                             +      +     +      +       -       -       +
job.invoices.totalCents                  +      +     +      +       -       -       +
job.invoices.internalNotes               +      +     +      +       -       -       -
job.invoices.payments.recordedBy         +      +     +      +       -       -       -
job.messages                             +      +     +      +       -       -       +
job.publication                          +      +     +      +       -       -       -
job.publications                         +      +     +      +       -       -       -
job.portalLinks                          +      +     +      +       -       -       -
job.sharePrompt                          +      +     +      +       -       -       -
job.client.name                          +      +     +      +       +       +       -
job.client.email                         +      +     +      +       +       +       -
job.assignees.hourlyCostCents            +      +     +      -       -       -       -
`;

const COLUMNS: Audience[] = [
  'BUSINESS_OWNER',
  'SOLE_TRADER',
  'ADMIN',
  'SUPERVISOR',
  'TRADIE',
  'APPRENTICE',
  'CLIENT',
  'VISITOR',
];

/** A row of a table: the place it is about, and a cell for each column. */
export interface RoleRow {
  /** With what is special about it: `Mutation.createJob/for a client`. */
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
