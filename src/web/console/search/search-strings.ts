/** Texts of the search box. */
export const searchStrings = {
  label: 'Search everything',
  placeholder: 'Search',
  results: 'What was found',
  nothing: 'Nothing fits.',
  searching: 'Searching …',
};
