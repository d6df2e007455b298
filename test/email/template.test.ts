import type { EmailTemplate } from '../../src/email/templates/email-template.js';
import { render } from '../../src/email/templates/render.js';

const letter: EmailTemplate = {
  subject: 'Your bathroom',
  fromName: 'Pipe & Sons',
  heading: 'Your job has news',
  paragraphs: ['Hello Ann,', 'We start on Monday.\nPlease keep the drive free.'],
  list: { title: 'You can see', entries: ['Schedule', 'Quote Q-7'] },
  quote: 'See you then!\nJo',
  button: {
    label: 'Open your job',
    url: 'https://glass.example/portal#jgp_a-b_c',
  },
  footer: 'Sent by Pipe & Sons.\nReply to write to them.',
};

describe('An email', () => {
  const { html, text } = render(letter);

  it('has the same content as plain text', () => {
    for (const said of [
      'Your job has news',
      'Hello Ann,',
      'Please keep the drive free.',
      'You can see:\n- Schedule\n- Quote Q-7',
      '> See you then!\n> Jo',
      'Open your job:\nhttps://glass.example/portal#jgp_a-b_c\n',
      'Sent by Pipe & Sons.\nReply to write to them.',
    ]) {
      expect(text).toContain(said);
    }
  });

  it("shows everything in HTML, in the reader's language and on a phone", () => {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('name="viewport"');
    expect(html).toContain('max-width:600px');
    expect(html).toContain('Pipe &amp; Sons');
    expect(html).toContain('We start on Monday.<br>Please keep the drive free.');
    expect(html).toContain('See you then!<br>Jo');
    expect(html).toContain('href="https://glass.example/portal#jgp_a-b_c"');
  });

  it('loads nothing from elsewhere', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe)\b|\bsrc=|url\(|@import/i);
  });

  it('escapes tags in what people write', () => {
    const tags = `<img src=x onerror="a('b')">`;
    const nasty = render({
      subject: tags,
      fromName: tags,
      heading: tags,
      paragraphs: [tags],
      list: { title: tags, entries: [tags] },
      quote: tags,
      button: { label: tags, url: 'https://glass.example/"><img>' },
      footer: tags,
      lang: '"><img>',
    });
    expect(nasty.html).not.toContain('<img');
    expect(nasty.html).toContain('&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;');
    expect(nasty.text).toContain(tags);
  });

  it('links only to web addresses', () => {
    const button = { label: 'Go', url: 'javascript:alert(1)' };
    expect(() => render({ ...letter, button })).toThrow('web address');
  });

  it('is identical when it is rendered twice', () => {
    expect(render(letter)).toEqual({ html, text });
  });
});
