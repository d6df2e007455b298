const FONT = `-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
const ACCENT = '#0f6b62';

/** Inline styles: many mail programs read no others. */
export const style = {
  page: `margin:0;padding:0;background-color:#eef1f1;color:#1b2423;font-family:${FONT};-webkit-text-size-adjust:100%`,
  preheader: 'display:none;max-height:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px',
  margin: 'padding:24px 12px',
  sheet: 'max-width:600px',
  sender: 'padding:0 8px 12px;color:#5b6766;font-size:14px;line-height:20px;font-weight:600',
  card: `padding:28px 24px 24px;background-color:#ffffff;border-top:4px solid ${ACCENT};border-radius:8px`,
  heading: 'margin:0 0 16px;font-size:22px;line-height:29px;font-weight:700',
  paragraph: 'margin:0 0 16px;font-size:16px;line-height:24px',
  quote: `margin:0 0 20px;padding:12px 16px;background-color:#f2f6f5;border-left:3px solid ${ACCENT};font-size:16px;line-height:24px`,
  listTitle: 'margin:0 0 6px;font-size:16px;line-height:24px;font-weight:600',
  list: 'margin:0 0 20px;padding:0 0 0 22px',
  entry: 'margin:0 0 4px;font-size:16px;line-height:24px',
  buttonCell: `border-radius:6px;background-color:${ACCENT}`,
  button: `display:inline-block;padding:13px 24px;border:1px solid ${ACCENT};border-radius:6px;background-color:${ACCENT};color:#ffffff;font-size:16px;line-height:22px;font-weight:600;text-decoration:none`,
  address: 'margin:16px 0 0;color:#5b6766;font-size:13px;line-height:19px',
  link: `color:${ACCENT};word-break:break-all`,
  footer: 'padding:16px 8px 0;color:#5b6766;font-size:13px;line-height:19px',
};

/** For programs that can show mail on a dark ground; the others ignore it. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #101615 !important; color: #e6eceb !important; }
  .card { background-color: #1a2221 !important; }
  .quote { background-color: #222d2b !important; }
  .soft { color: #a3b0ae !important; }
  .link { color: #5cc4b7 !important; }
}
`;
