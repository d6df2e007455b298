const KEY = 'jobglass.session';

/** The staff token lives as long as the tab: closing it signs out. */
export const session = {
  read: () => sessionStorage.getItem(KEY),
  keep: (token: string) => sessionStorage.setItem(KEY, token),
  forget: () => sessionStorage.removeItem(KEY),
};
