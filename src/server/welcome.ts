import { DEMO_PASSWORD, DEMO_SIGN_INS } from '../../db/demo/seed-demo.js';
import type { Config } from '../config.js';

/** What a person who has just started the server wants to know next. */
export function welcome(config: Config, url: string): string {
  const lines = [
    '',
    'Jobglass is running.',
    '',
    `  GraphQL       ${url}/graphql`,
    `  Staff console ${url}/console`,
  ];
  if (!config.production && !config.resend) lines.push(`  Outgoing mail ${url}/dev/mailbox`);
  if (config.seedDemo) lines.push('', ...signIns(), '', ...example(url));
  return [...lines, '', 'Stop with Ctrl+C.', ''].join('\n');
}

function signIns(): string[] {
  const rows = DEMO_SIGN_INS.map(({ email, role }) => `  ${email.padEnd(34)}${role}`);
  return [`Sign in as any of these, password ${DEMO_PASSWORD}:`, ...rows];
}

/** Works as it stands: paste it into another terminal. */
function example(url: string): string[] {
  return [
    'An example: sign in, then ask for the jobs with the token that you get.',
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
