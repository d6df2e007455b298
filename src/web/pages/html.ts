/** Trusted HTML, inserted without escaping. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | Part[] | null | undefined | false;

/** Template tag for HTML. Escapes every value except `Html`; omits null, undefined and false. */
export function html(template: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    template.reduce((text, literal, index) => `${text}${asHtml(parts[index - 1])}${literal}`),
  );
}

function asHtml(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(asHtml).join('');
  if (part === null || part === undefined || part === false) return '';
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
