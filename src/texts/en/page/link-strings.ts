/** Texts of the pages without a link that opens. */
export const linkStrings = {
  newLink: {
    ask: 'Ask for a new link',
    asking: 'Asking…',
    asked:
      'We have got your request. If this link had expired, a new one is on its way to the email address that it was sent to. It can take a few minutes, and there is at most one a day.',
    nothing:
      'If nothing comes, ask the business that sent you the link: it can send you a new one.',
  },
  code: {
    title: 'Open your page',
    body: 'Open the link in the newest mail of the business. If it does not work, type the short code that stands below it.',
    orCode: 'Is there a short code below the link in your mail? Type it here.',
    label: 'Short code',
    open: 'Open the page',
    opening: 'Opening…',
    incomplete: 'A code has twelve letters and digits. Look at the mail again.',
    unknown:
      'This code opens nothing. Check it against the newest mail, or ask the business to send you a new link.',
    tooMany: 'Too many wrong codes were typed. Wait some minutes, then try again.',
    tooManyLinks: 'New links were asked for many times from here. Wait an hour, then try again.',
    notSent: 'There is no connection at the moment. Try again when you are online.',
    failed: 'That did not work, and it is not your fault. Try again in a moment.',
  },
};
