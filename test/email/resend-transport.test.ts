import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmailAttachment } from '../../src/email/templates/email-template.js';
import { resendTransport } from '../../src/email/transports/resend-transport.js';
import { MailNotTaken, MailRefused } from '../../src/email/transports/transport.js';

const mail = {
  from: '"Pipe & Sons" <mail@glass.example>',
  to: 'ann@client.example',
  replyTo: 'office@pipe.example',
  subject: 'Your bathroom',
  html: '<p>Hello</p>',
  text: 'Hello',
  idempotencyKey: 'jobglass-1',
};

describe('Resend', () => {
  let server: Server;
  let request: { head: IncomingMessage; body: Record<string, unknown> };
  let answer: { status: number; body: string } | null;

  beforeEach(async () => {
    server = createServer(async (head, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of head) chunks.push(chunk as Buffer);
      request = { head, body: JSON.parse(Buffer.concat(chunks).toString()) };
      if (answer) response.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  function send(timeoutMs = 5000, attachments?: EmailAttachment[]) {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const transport = resendTransport({ apiKey: 're_secret', baseUrl, timeoutMs });
    return transport.send({ ...mail, ...(attachments && { attachments }) });
  }

  it('receives attachments as base64, with their type', async () => {
    answer = { status: 200, body: '{"id":"provider-1"}' };
    const contentType = 'text/calendar; charset=utf-8; method=CANCEL';
    const base64 = Buffer.from([0, 255, 10]).toString('base64');
    await send(5000, [
      { filename: 'visit.ics', contentType, text: 'SUMMARY:Söhne' },
      { filename: 'quote-1.pdf', contentType: 'application/pdf', base64 },
    ]);
    expect(request.body.attachments).toEqual([
      {
        filename: 'visit.ics',
        content_type: contentType,
        content: Buffer.from('SUMMARY:Söhne').toString('base64'),
      },
      { filename: 'quote-1.pdf', content_type: 'application/pdf', content: base64 },
    ]);
  });

  it('receives the email, our key and the idempotency key', async () => {
    answer = { status: 200, body: '{"id":"provider-1"}' };
    expect(await send()).toEqual({ providerId: 'provider-1' });
    expect(request.head.method).toBe('POST');
    expect(request.head.url).toBe('/emails');
    expect(request.head.headers.authorization).toBe('Bearer re_secret');
    expect(request.head.headers['idempotency-key']).toBe('jobglass-1');
    expect(request.body).toMatchObject({
      from: mail.from,
      to: mail.to,
      reply_to: mail.replyTo,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
    });
    expect(request.body).not.toHaveProperty('idempotencyKey');
  });

  it.each([
    ['is asked too often', 429, '{"name":"rate_limit_exceeded","message":"Too many requests."}'],
    ['is down', 500, 'not json'],
    ['answers without an id', 200, '{}'],
  ])('makes the worker retry when it %s', async (_what, status, body) => {
    answer = { status, body };
    await expect(send()).rejects.toThrow('Resend');
  });

  it.each([
    ['validation_error', 422, /Check the address/],
    ['validation_error', 403, /MAIL_FROM/],
    ['invalid_parameter', 422, /Check the address/],
    ['invalid_from_address', 422, /MAIL_FROM/],
    ['security_error', 451, /unsafe/],
    ['a_name_of_tomorrow', 422, /Check the address/],
  ])('is not retried after %s (%d), and staff read what to do', async (name, status, advice) => {
    answer = { status, body: JSON.stringify({ name, message: 'No.', statusCode: status }) };
    const refused = await send().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MailRefused);
    expect((refused as Error).message).toMatch(advice);
  });

  it.each([
    ['rate_limit_exceeded', 429],
    ['daily_quota_exceeded', 429],
    ['concurrent_idempotent_requests', 409],
    ['invalid_api_key', 403],
    ['internal_server_error', 500],
  ])('is retried after %s (%d)', async (name, status) => {
    answer = { status, body: JSON.stringify({ name, message: 'Later.', statusCode: status }) };
    const passing = await send().catch((error: unknown) => error);
    expect(passing).toBeInstanceOf(MailNotTaken);
    expect(passing).not.toBeInstanceOf(MailRefused);
  });

  it('makes the worker retry when there is no response', async () => {
    answer = null;
    await expect(send(50)).rejects.toThrow('Resend');
  });

  it('never receives a changed email under the same idempotency key', async () => {
    const message = 'This idempotency key has been used on a request with a different payload.';
    answer = {
      status: 409,
      body: JSON.stringify({ name: 'invalid_idempotent_request', message }),
    };
    expect(await send()).toEqual({ providerId: null });
  });
});
