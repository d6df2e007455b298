import { broken, type Check, ok } from './check.js';

/** Checks of the conditions for sharing a job, and of its first share. */
export const SHARE_CHECKS: Check[] = [
  {
    step: 'PORTAL_ON',
    blocksView: true,
    check: ({ state }) =>
      state.portalEnabled
        ? ok('The Client Portal is on.')
        : broken(
            'The Client Portal is off, so no client sees anything and nothing can be shared.',
            'Switch it on in Business Settings → Site; links that were not cut off work again.',
          ),
  },
  {
    step: 'CLIENT_ATTACHED',
    blocksView: true,
    check: ({ state }) =>
      state.client
        ? ok(`The job is for ${state.client.name}.`)
        : broken('The job has no client, so there is nobody to share it with.', 'Choose a client.'),
  },
  {
    step: 'CLIENT_EMAIL',
    check: ({ state }) =>
      state.client?.email
        ? ok(`Mails go to ${state.client.email}.`)
        : broken(
            'The client has no email address, so no link can be sent.',
            "Add the client's email address, then share.",
          ),
  },
  {
    step: 'FIRST_VISIT',
    check: ({ state }) =>
      state.scheduled
        ? ok('The job has had its first visit on the calendar.')
        : broken(
            'The job has no visit yet, and only a scheduled job can be shared.',
            'Schedule the first visit.',
          ),
  },
  {
    step: 'SHARED',
    blocksView: true,
    check: ({ state }) => {
      if (state.publication) return ok(`The client sees version ${state.publication.version}.`);
      return broken(
        'The job was not shared with its present client yet.',
        state.prompt?.waiting
          ? 'Review the share prompt and send it.'
          : 'The last prompt was answered without sending: the next change of what the client could see brings it back; send it then.',
      );
    },
  },
];
