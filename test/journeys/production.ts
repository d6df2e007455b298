import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { emptyDatabase } from '../faults/own-database.js';
import { openResend, type Posted } from '../harness/resend-loopback.js';
import { freePort, startServerProcess } from '../harness/server-process.js';
import { type Ask, ask, until } from '../harness/world.js';

/** A Jobglass with production settings on an empty PostgreSQL from outside, whose mail reaches a stand-in for Resend. */
export interface Production {
  url: string;
  /** The set-up link that start-up printed. */
  setupLink: string;
  asVisitor: Ask;
  withToken(token: string): Ask;
  /** Waits for the newest mail to an address with a link to this page; returns it with the link. */
  linkTo(address: string, page: string, count?: number): Promise<{ mail: Mail; link: string }>;
  /** Mails to an address that Resend has taken, oldest first. */
  mailsTo(address: string): Mail[];
  close(): Promise<void>;
}

type Mail = Posted['body'];

/** Starts the server in its own process, as a person does. */
export async function openProduction(settings: Record<string, string> = {}): Promise<Production> {
  const [databaseUrl, resend, port] = await Promise.all([
    emptyDatabase(),
    openResend(),
    freePort(),
  ]);
  mkdirSync('/var/tmp', { recursive: true });
  const folder = mkdtempSync('/var/tmp/jobglass-journey-');
  const server = await startServerProcess({
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '6',
    JOBGLASS_DATA: folder,
    JOBGLASS_SECRET: 'a secret of production, long enough',
    RESEND_API_KEY: 're_journey',
    RESEND_BASE_URL: resend.baseUrl,
    MAIL_FROM: 'mail@jobglass.test',
    ...settings,
  });
  const setupLink = await until(() => server.output().match(/http\S+\/setup#\S+/)?.[0]);
  const mailsTo = (address: string) =>
    [...resend.delivered.values()].filter(({ to }) => [to].flat().includes(address));
  return {
    url: server.url,
    setupLink,
    asVisitor: ask(server.url),
    withToken: (token) => ask(server.url, token),
    mailsTo,
    linkTo: (address, page, count = 1) =>
      until(() => {
        const found = mailsTo(address).flatMap((mail) =>
          linksIn(mail, page).map((link) => ({ mail, link })),
        );
        return found.length >= count && found.at(-1);
      }),
    close: async () => {
      server.process.kill('SIGTERM');
      await server.ended();
      await resend.close();
      await dropDatabase(databaseUrl);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The part of a link that the browser keeps to itself. */
export function tokenOf(link: string): string {
  return link.split('#')[1] ?? '';
}

function linksIn({ text }: Mail, page: string): string[] {
  const links = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return links.filter((link) => link.includes(`/${page}#`)).slice(0, 1);
}
