/** Texts about paying online. */
export const payStrings = {
  pay: (amount: string) => `Pay ${amount} now`,
  payHint: 'You pay on the page of our payment service. We never see your card.',
  opening: 'Opening the payment page…',
  waiting: (amount: string) =>
    `${amount} is being confirmed by your bank. This can take some days; you need not pay again.`,
  problems: {
    CONFLICT:
      'This invoice cannot be paid online now: look at the page again, or pay it in another way.',
    UNAVAILABLE:
      'The payment page cannot be opened just now. Nothing was paid. Try again in a minute.',
  },
  confirming: 'Your payment is being confirmed; you need not pay again.',
  outcome: {
    CANCELLED: 'Nothing was paid. You can pay whenever you like.',
    CONFIRMING:
      'Your payment is being confirmed. This page shows it by itself; you need not wait here.',
    PAID: 'Your payment has arrived. Thank you.',
    FAILED:
      'Your bank did not confirm the payment, so nothing was paid. Please pay again or in another way.',
    UNKNOWN:
      'Nothing was heard of a payment yet. If you have paid, you get a receipt by email and need not pay again.',
  },
  close: 'Close this message',
  returned: {
    title: 'Thank you',
    body: 'Your payment is being confirmed. You get a receipt by email.',
    advice: 'To see it on your page, open the link in the email of the business again.',
  },
  notPaid: {
    title: 'Nothing was paid',
    body: 'You left the payment page before paying.',
    advice: 'To pay later, open the link in the email of the business again.',
  },
};
