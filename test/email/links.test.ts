import { linksIn } from '../../src/email/templates/links.js';
import { render } from '../../src/email/templates/render.js';

describe('The links of an email', () => {
  it('have their secret after the hash', () => {
    const url = 'http://127.0.0.1:4000/portal#jgp_Ab-9_';
    const { text } = render({
      subject: 's',
      fromName: 'f',
      heading: 'h',
      paragraphs: [],
      button: { label: 'Open', url },
      footer: 'Bye.',
    });
    expect(linksIn(text)).toEqual([url]);
  });

  it('are found without the punctuation around them', () => {
    expect(linksIn('See (https://a.example/x?y=1&z=2#f), or http://b.example.')).toEqual([
      'https://a.example/x?y=1&z=2#f',
      'http://b.example',
    ]);
  });

  it('are listed once, even if they appear several times', () => {
    expect(linksIn('https://a.example\nhttps://a.example')).toEqual(['https://a.example']);
  });

  it('are none in a text without links', () => {
    expect(linksIn('Nothing to open: ftp://a.example')).toEqual([]);
  });
});
