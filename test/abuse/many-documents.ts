/** Documents of 6 to 10 kB that differ by a name, as somebody sends who wants each of them compiled. */
export function largeDocument(at: number): string {
  const names = Array.from({ length: 48 }, (_, name) => `a${name}_${at}: title`).join(' ');
  const relations = `notes { id body createdAt author { name } } todos { id title done } visits { startsAt endsAt }
    quotes { title status totalCents lines { description unitPriceCents quantity } }`;
  const padding = Array.from(
    { length: 260 },
    () => 'id number status description siteAddress',
  ).join(' ');
  return `query Q${at} { jobs(first: 1) { nodes { ${names} ${relations} ${padding} } } }`;
}

/** Small ones, that are compiled when they come again. */
export function smallDocument(at: number): string {
  return `query S${at} { jobs(first: 1) { nodes { a${at}: title number status client { name } notes { id body createdAt }
    todos { id title done } visits { startsAt endsAt } quotes { title status totalCents lines { description } } } } }`;
}
