import { broken, ok, type Step } from './visibility-facts.js';

/** What must hold before anything of a job can be shared, up to the first share. */
export const STEPS_TO_A_SHARE: Step[] = [
  {
    step: 'PORTAL_ON',
    cutsSight: true,
    look: ({ state }) =>
      state.portalEnabled
        ? ok('The Client Portal is on.')
        : broken(
            'The Client Portal is off, so no client sees anything and nothing can be shared.',
            'Switch it on in Business Settings → Site; links that were not cut off work again.',
          ),
  },
  {
    step: 'CLIENT_ATTACHED',
    cutsSight: true,
    look: ({ state }) =>
      state.client
        ? ok(`The job is for ${state.client.name}.`)
        : broken('The job has no client, so there is nobody to share it with.', 'Choose a client.'),
  },
  {
    step: 'CLIENT_EMAIL',
    look: ({ state }) =>
      state.client?.email
        ? ok(`Mails go to ${state.client.email}.`)
        : broken(
            'The client has no email address, so no link can be sent.',
            "Add the client's email address, then share.",
          ),
  },
  {
    step: 'FIRST_VISIT',
    look: ({ state }) =>
      state.scheduled
        ? ok('The job has had its first visit on the calendar.')
        : broken(
            'The job has no visit yet, and only a scheduled job can be shared.',
            'Schedule the first visit.',
          ),
  },
  {
    step: 'SHARED',
    cutsSight: true,
    look: ({ state }) => {
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
