/** Documents of 6 to 10 kB that differ by a name, as somebody sends who wants a plan made of each. */
export function largeDocument(at: number): string {
  const names = Array.from({ length: 48 }, (_, name) => `a${name}_${at}: title`).join(' ');
  return `query Q${at} { jobs(first: 1) { nodes { ${names} ${often('id number status description siteAddress')}
    notes { ${often('id body createdAt')} author { name } } todos { ${often('id title done')} }
    visits { ${often('id startsAt endsAt')} }
    quotes { ${often('id title status totalCents')} lines { ${often('description unitPriceCents')} } } } } }`;
}

/** Maximum selections of one field in one selection set. */
function often(fields: string): string {
  return Array.from({ length: 28 }, () => fields).join(' ');
}

/** Small ones, each with a plan of its own. */
export function smallDocument(at: number): string {
  return `query S${at} { jobs(first: 1) { nodes { a${at}: title number status client { name } notes { id body createdAt }
    todos { id title done } visits { startsAt endsAt } quotes { title status totalCents lines { description } } } } }`;
}
