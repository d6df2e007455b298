import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';

const BEARER = JSON.stringify({ authorization: 'Bearer <put the token here>' }, null, 2);

const VISITOR = `# Anybody. Sign in here and put the token that you get into the headers of the next tabs.
mutation SignIn {
  signIn(email: "owner@demo.jobglass.test", password: "${DEMO_PASSWORD}") {
    token
    expiresAt
    staff { name role }
  }
}
`;

const STAFF = `# Staff. The session's token goes into the headers below.
query Jobs {
  me { kind role }
  jobs(first: 10) {
    nodes {
      id
      number
      title
      status
      client { name }
      sharePrompt { revision items { key label change sharedNow preselected } }
    }
  }
}
`;

const PROMPTS = `# Staff. Run it, then change a job in another tab: prompts arrive here by themselves.
subscription Prompts {
  sharePromptRaised { revision job { number title } items { label change } }
}
`;

const CLIENT = `# A client. What follows # in a portal link is its token; links are in the mails at /dev/mailbox.
query Portal {
  portal {
    business { name phone }
    client { name }
    job { id number title status visits { startsAt endsAt } quotes { id number version status totalCents } }
  }
}
`;

const CHANGES = `# A client. Run it, then share something: the page's new content arrives here by itself.
subscription PortalChanged {
  portalChanged { job { title status } messages { from body } }
}
`;

/** Where to start, for each kind of person. */
export const STARTER_TABS = [
  { query: VISITOR, headers: '{}' },
  { query: STAFF, headers: BEARER },
  { query: PROMPTS, headers: BEARER },
  { query: CLIENT, headers: BEARER },
  { query: CHANGES, headers: BEARER },
];
