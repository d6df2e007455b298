import { staffOnly } from '../../visibility/audience.js';
import { CAPABILITIES, type Capability } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';

/** Capability as the API names it. */
export const Permission = Object.fromEntries(
  Object.keys(CAPABILITIES).map((name) => [name, name]),
) as Record<Capability, string>;
declareEnum(Permission, 'Permission', staffOnly, 'Permission of a role.', {
  SWITCH_PORTAL:
    'Switch the Client Portal and the enquiry form; change the profile of the business.',
  MANAGE_STAFF: 'Add, change and remove staff.',
  MANAGE_PAYMENT_TERMS: 'Set how clients pay: bank details, payment terms, reminders.',
  MANAGE_SECURITY: 'Demand a second factor of roles, and reset that of others.',
  WRITE_SALES: 'Create and edit clients; create, edit and send quotes.',
  ERASE_CLIENTS: 'Erase clients for good.',
  ANSWER_ENQUIRIES: 'Read and answer enquiries.',
  ACCEPT_QUOTES: "Record a client's acceptance of a quote and create its job.",
  WRITE_INVOICES: 'Create, edit, send and void invoices; record and reverse payments.',
  READ_INVOICES: 'Read invoices.',
  WRITE_JOBS: 'Create, edit and schedule jobs; add, change and remove to-dos.',
  SHARE: 'Share with the client, withdraw, re-send, revoke; switch messages on.',
  TOGGLE_PHOTOS: "Set a photo's Share with Client toggle.",
  MESSAGE_CLIENTS: 'Read and answer messages of clients.',
  SEE_ALL_JOBS: 'See every job, not only assigned ones.',
  SET_JOB_STATUS: 'Set the status of a job.',
  WORK_ON_JOBS: 'Tick to-dos, and add notes, photos and materials to jobs.',
  CHANGE_ALL_WORK: 'Change and remove entries that others added to jobs.',
  BE_ASSIGNED: 'Can be put on a job or a visit.',
  SEE_QUOTES: 'See the quotes of a job.',
  SEE_COSTS: 'See staff cost, materials cost and margin.',
});
