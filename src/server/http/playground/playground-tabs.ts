import { DEMO_PASSWORD } from '../../../../db/demo/seed-demo.js';

const OWNER = `# Signed in as the owner of the demo; the schema is the one that an owner sees.
query OwnerBoard {
  me { kind role name }
  jobs(first: 10) {
    nodes {
      id
      number
      title
      status
      marginCents
      client { name }
      sharePrompt { revision items { key label change sharedNow preselected } }
    }
  }
}
`;

const TRADIE = `# Signed in as a tradie: assigned jobs only, and nothing of what they cost.
query TradieJobs {
  me { kind role name }
  jobs(first: 10) {
    nodes { number title status visits { startsAt endsAt } notes { body internal } todos { title done } }
  }
}
`;

const PROMPTS = `# Signed in as a supervisor. Run it, then change a job in another tab: share prompts arrive here.
subscription SupervisorPrompts {
  sharePromptRaised { revision job { number title } items { label change } }
}
`;

const CLIENT = `# The client of the newest link in /dev/mailbox. If there is none yet, this tab shares the first job that waits.
query ClientPage {
  portal {
    business { name phone }
    client { name }
    job { id number title status visits { startsAt endsAt } quotes { id number version status totalCents } }
    quote { id number version status totalCents }
    invoice { id number status totalCents owedCents }
  }
}
`;

const CHANGES = `# The same client. Run it, then share something: the new content of its page arrives here.
subscription ClientChanges {
  portalChanged { job { title status } messages { from body } }
}
`;

const VISITOR = `# No token. Without the demo: sign in here and put the token into the headers of the other tabs.
mutation VisitorSignIn {
  signIn(email: "owner@demo.jobglass.test", password: "${DEMO_PASSWORD}") {
    token
    expiresAt
    staff { name role }
  }
}
`;

const BEARER = JSON.stringify({ authorization: 'Bearer <put the token here>' }, null, 2);

/**
 * Initial tabs of GraphiQL, for each kind of caller. Where the demo is, each runs as the person that its operation
 * names (`demo-sessions.ts`); elsewhere the headers ask for a token.
 */
export function starterTabs(hasDemo: boolean) {
  const headers = hasDemo ? '{}' : BEARER;
  return [
    ...[OWNER, TRADIE, PROMPTS, CLIENT, CHANGES].map((query) => ({ query, headers })),
    { query: VISITOR, headers: '{}' },
  ];
}
