/** Documents of 6 to 10 kB that differ by a name, as somebody sends who wants each of them compiled. */
export function largeDocument(at: number): string {
  const names = Array.from({ length: 48 }, (_, name) => `a${name}_${at}: title`).join(' ');
  return `query Q${at} { jobs(first: 1) { nodes { ${names} ${often('id number status description siteAddress')}
    notes { ${often('id body createdAt')} author { name } } todos { ${often('id title done')} }
    visits { ${often('id startsAt endsAt')} }
    quotes { ${often('id title status totalCents')} lines { ${often('description unitPriceCents')} } } } } }`;
}

/** As often as one place may select the same field. */
function often(fields: string): string {
  return Array.from({ length: 28 }, () => fields).join(' ');
}

/** Small ones, that are compiled when they come again. */
export function smallDocument(at: number): string {
  return `query S${at} { jobs(first: 1) { nodes { a${at}: title number status client { name } notes { id body createdAt }
    todos { id title done } visits { startsAt endsAt } quotes { title status totalCents lines { description } } } } }`;
}
