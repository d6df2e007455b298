import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StripeBooks } from './books.js';

/** Payment page in a browser: one button that pays, one that goes back. */
export function payPage(
  books: StripeBooks,
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
): void {
  const id = url.split('/')[2] ?? '';
  const session = books.sessions.get(id);
  if (!session) {
    response.writeHead(404).end('No such page.');
  } else if (session.status === 'expired') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('This page has expired.');
  } else if (method === 'POST') {
    if (session.status === 'open') books.pay(id);
    response.writeHead(303, { location: session.success_url }).end();
  } else {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>
      <title>Pay</title><h1>${session.amount_total} ${session.currency}</h1>
      <form method="post"><button>Pay</button></form><a href="${session.cancel_url}">Back</a>`);
  }
}
