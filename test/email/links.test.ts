import { render } from '../../src/email/letter.js';
import { linksIn } from '../../src/email/links.js';

describe('The links of a mail', () => {
  it('lead a person in with the secret after the hash', () => {
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

  it('are read by a person without the punctuation around them', () => {
    expect(linksIn('See (https://a.example/x?y=1&z=2#f), or http://b.example.')).toEqual([
      'https://a.example/x?y=1&z=2#f',
      'http://b.example',
    ]);
  });

  it('are listed once for a person, however often they stand there', () => {
    expect(linksIn('https://a.example\nhttps://a.example')).toEqual(['https://a.example']);
  });

  it('are none when a person is sent words only', () => {
    expect(linksIn('Nothing to open: ftp://a.example')).toEqual([]);
  });
});
