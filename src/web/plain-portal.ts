import type { FastifyPluginAsync } from 'fastify';

/** The page behind a portal link: plain, without inline script, and it keeps the token in the fragment. */
export const portalPage: FastifyPluginAsync = async (server) => {
  server.get('/portal', (_request, reply) =>
    reply
      .header('x-robots-tag', 'noindex')
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(PAGE),
  );
  server.get('/portal.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(SCRIPT),
  );
};

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Your job</title>
<main id="job"><p>Loading…</p></main>
<script src="/portal.js" type="module"></script>
</html>`;

const SCRIPT = `
const token = location.hash.slice(1);
const query = \`{ portal { business { name phone email timeZone currency } client { name }
  job { number title description siteAddress status progress { done total }
    visits { startsAt endsAt } notes { body createdAt } todos { title done } photos { caption width height thumbnailUrl }
    quotes { number version title status totalCents validUntil lines { description quantity unitPriceCents netCents } }
    invoices { number title status totalCents owedCents dueOn } } } }\`;

async function ask(query) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer ' + token },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()).data;
}

function add(parent, tag, text) {
  const element = parent.appendChild(document.createElement(tag));
  if (text !== undefined) element.textContent = text;
  return element;
}

function section(main, title, lines) {
  if (lines.length === 0) return;
  add(main, 'h2', title);
  const list = add(main, 'ul');
  for (const line of lines) add(list, 'li', line);
}

async function picture(main, { caption, width, height, thumbnailUrl }) {
  const image = add(main, 'img');
  const scale = Math.min(1, 400 / Math.max(width, height));
  Object.assign(image, { alt: caption || 'Photo', width: width * scale, height: height * scale });
  const answer = await fetch(thumbnailUrl, { headers: { authorization: 'Bearer ' + token } });
  if (!answer.ok) return image.remove();
  image.src = URL.createObjectURL(await answer.blob());
}

function show(main, { business, client, job }) {
  const at = (time) => new Date(time).toLocaleString(undefined, { timeZone: business.timeZone, dateStyle: 'full', timeStyle: 'short' });
  const money = (cents) => (cents / 100).toLocaleString(undefined, { style: 'currency', currency: business.currency });
  document.title = job.title;
  main.replaceChildren();
  add(main, 'p', business.name + (business.phone ? ', ' + business.phone : ''));
  add(main, 'h1', 'Job ' + job.number + ': ' + job.title);
  add(main, 'p', 'For ' + client.name);
  for (const line of [job.siteAddress, job.description, job.status]) if (line) add(main, 'p', line);
  section(main, 'Visits', job.visits.map((visit) => at(visit.startsAt) + ' to ' + at(visit.endsAt)));
  section(main, 'Notes', job.notes.map((note) => note.body));
  section(main, 'To-dos (' + job.progress.done + ' of ' + job.progress.total + ' done)',
    job.todos.map((todo) => (todo.done ? '☑ ' : '☐ ') + todo.title));
  section(main, 'Photos', job.photos.map((photo) => photo.caption || 'Photo'));
  for (const photo of job.photos) if (photo.thumbnailUrl) picture(main, photo);
  section(main, 'Quotes', job.quotes.map((quote) =>
    quote.title + ' (version ' + quote.version + '): ' + money(quote.totalCents) + ', ' + quote.status.toLowerCase()));
  section(main, 'Invoices', job.invoices.map((invoice) =>
    'Invoice ' + invoice.number + ', ' + invoice.title + ': ' + money(invoice.totalCents) + ', ' + invoice.status.toLowerCase().replace('_', ' ')
      + (invoice.owedCents > 0 ? ', ' + money(invoice.owedCents) + ' to pay' + (invoice.dueOn ? ' by ' + invoice.dueOn : '') : '')));
}

const main = document.getElementById('job');
const data = await ask(query).catch(() => null);
if (data && data.portal) {
  show(main, data.portal);
  await ask('mutation { recordPortalView }');
} else {
  main.replaceChildren();
  add(main, 'p', 'This link does not open anything. Ask the business that sent it to you for a new one.');
}
`;
