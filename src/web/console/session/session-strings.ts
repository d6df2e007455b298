/** Texts of signing in, besides those of the form. */
export const sessionStrings = {
  endedButKept: 'Your session has ended. Sign in again: what you have typed is still here.',
  notSignedOut: 'You are still signed in: the server was not reached. Try again.',
  cookieRefused:
    'Your browser did not keep the sign-in. Sign in once more: it then lasts until you close this tab.',
};
