import { Agent, request } from 'node:http';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { ask } from '../harness/world.js';

const SIGN_IN = `mutation { signIn(email: "owner@demo.jobglass.test", password: "${DEMO_PASSWORD}") { token } }`;

/** Response: its status, its body, and whether the connection stays open. */
export interface Outcome {
  status: number;
  connection: string | undefined;
  body: { data?: Record<string, unknown>; errors?: { extensions: { code: string } }[] };
}

/** A person with one connection for all of their requests. */
export function person(url: string, token?: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = (query: string): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            connection: response.headers.connection,
            body: JSON.parse(text),
          }),
        );
      });
      asked.on('error', reject);
      asked.end(JSON.stringify({ query }));
    });
  return { post, signIn: () => post(SIGN_IN) };
}

/** Signs the owner in. */
export async function ownerToken(url: string): Promise<string> {
  const { data } = await ask(url)<{ signIn: { token: string } }, object>(SIGN_IN);
  return data.signIn.token;
}
