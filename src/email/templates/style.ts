import { dark, font, light, sizes } from '../../web/pages/tokens.gen.js';

const { space1, space2, space3, space4, space5, small, large, title, round } = sizes;
const TEXT = 'font-size:16px;line-height:24px';
const ASIDE = `color:${light.soft};font-size:${small};line-height:20px`;

/** Inline styles: many mail programs support no others, and not all know logical sides such as `start`. */
export const style = stylesFrom('left');

/** The styles of a mail from right to left. */
export const mirroredStyle = stylesFrom('right');

function stylesFrom(start: 'left' | 'right') {
  return {
    page: `margin:0;padding:0;background-color:${light.ground};color:${light.ink};font-family:${font};-webkit-text-size-adjust:100%;word-break:break-word`,
    preheader: 'display:none;max-height:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px',
    margin: `padding:${space5} ${space3}`,
    sheet: `max-width:600px;text-align:${start}`,
    sender: `padding:0 ${space2} ${space3};${ASIDE};font-weight:600`,
    card: `padding:${space5} ${space5} ${space2};background-color:${light.card};border-top:4px solid ${light.accent};border-radius:${round}`,
    heading: `margin:0 0 ${space4};font-size:${title};line-height:30px;font-weight:700`,
    paragraph: `margin:0 0 ${space4};${TEXT}`,
    quote: `margin:0 0 ${space5};padding:${space3} ${space4};background-color:${light.sunken};border-${start}:3px solid ${light.accent};${TEXT}`,
    listTitle: `margin:0 0 ${space2};font-size:${large};line-height:24px;font-weight:600`,
    list: `margin:0 0 ${space5};padding:${start === 'left' ? `0 0 0 ${space5}` : `0 ${space5} 0 0`}`,
    entry: `margin:0 0 ${space1};${TEXT}`,
    buttonCell: `border-radius:${round};background-color:${light.accent}`,
    button: `display:inline-block;padding:${space3} ${space5};border:1px solid ${light.accent};border-radius:${round};background-color:${light.accent};color:${light.onAccent};font-size:16px;line-height:22px;font-weight:600;text-decoration:none`,
    address: `margin:${space4} 0;${ASIDE}`,
    link: `color:${light.accent};word-break:break-all`,
    footer: `padding:${space4} ${space2} 0;${ASIDE}`,
  };
}

/** Dark mode; ignored by programs without support. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: ${dark.ground} !important; color: ${dark.ink} !important; }
  .card { background-color: ${dark.card} !important; border-color: ${dark.accent} !important; }
  .quote { background-color: ${dark.sunken} !important; border-color: ${dark.accent} !important; }
  .button { background-color: ${dark.accent} !important; border-color: ${dark.accent} !important; color: ${dark.onAccent} !important; }
  .soft { color: ${dark.soft} !important; }
  .link { color: ${dark.accent} !important; }
}
`;
