import { DEMO_PASSWORD, DEMO_SIGN_INS } from '../../../db/demo/seed-demo.js';
import type { Config } from '../../config/config.js';

/** Returns the text shown after start-up: addresses, demo sign-ins and an example. */
export function welcome(config: Config, url: string, setupLink: string | null = null): string {
  const lines = [
    '',
    'Jobglass is running.',
    '',
    `  GraphQL       ${url}/graphql`,
    `  Staff console ${url}/console`,
  ];
  if (!config.production && !config.resend) lines.push(`  Outgoing mail ${url}/dev/mailbox`);
  if (config.seedDemo) lines.push('', ...signIns(), '', ...example(url));
  if (setupLink)
    lines.push(
      '',
      'There is no business yet. Set up the first one at this link, which works once:',
      `  ${setupLink}`,
    );
  return [...lines, '', 'Stop with Ctrl+C.', ''].join('\n');
}

function signIns(): string[] {
  const rows = DEMO_SIGN_INS.map(({ email, role }) => `  ${email.padEnd(34)}${role}`);
  return [`Sign in as any of these, password ${DEMO_PASSWORD}:`, ...rows];
}

/** Commands that can be pasted into a terminal as they are. */
function example(url: string): string[] {
  return [
    'Example: sign in, then query the jobs with the token from the answer.',
    ...curl(
      url,
      '',
      `mutation { signIn(email: "supervisor@demo.jobglass.test", password: "${DEMO_PASSWORD}") { token } }`,
    ),
    ...curl(
      url,
      ' -H "authorization: Bearer $TOKEN"',
      '{ jobs { nodes { id number title status sharePrompt { revision } } } }',
    ),
  ];
}

function curl(url: string, header: string, query: string): string[] {
  return [
    `  curl ${url}/graphql -H 'content-type: application/json'${header} \\`,
    `    -d '${JSON.stringify({ query })}'`,
  ];
}
