/** A card that tries a webhook, and what came of it. */
export const tenantCard = {
  act: 'Send a test card',
  sending: 'Sending…',
  title: 'Test card from Tocsin',
  text: (account: string, time: string): string =>
    `Somebody tries the webhook of “${account}” from their own machine (${time}). No scan is behind it.`,
  accepted: (status: number): string =>
    `The webhook took the card (${status}). That does not prove delivery: look in the channel. Did it arrive?`,
  arrived: 'It arrived',
  missing: 'It did not',
  works: 'Then this webhook delivers.',
  search:
    'Then look in Teams: is the workflow on, does its owner still have an account, and is this the channel it posts to? Its list of runs says why one failed.',
  refused: {
    redirect: (status: number): string =>
      `The webhook sends to another address (${status}), which is not followed. Copy the URL again from Teams.`,
    format: (status: number): string =>
      `The webhook did not take the card (${status}). Is this the URL of a workflow that posts to a channel?`,
    signature: (status: number): string =>
      `The webhook did not accept the URL’s signature (${status}). Copy the whole URL again from Teams.`,
    gone: (status: number): string =>
      `There is no webhook at this URL any more (${status}). Create a workflow in Teams and paste its URL.`,
    busy: (status: number): string => `The webhook asks for fewer cards (${status}). Try again in a while.`,
    trouble: (status: number): string => `The webhook’s server is in trouble (${status}). Try again later.`,
    other: (status: number): string => `The webhook gave an answer nobody expects here (${status}).`,
  },
  notPublic:
    'Nothing was sent: this host is this machine or a private network, and test cards go to public hosts alone. The service itself may still reach it.',
  timeout: 'No answer came in 15 s. The card may have arrived all the same: look in the channel.',
  failed: (what: string): string =>
    `The card could not be sent: ${what}. It goes straight from this machine, without a proxy.`,
  failures: {
    name: 'the webhook’s host could not be found',
    refused: 'nothing answers at the webhook’s host',
    tls: 'the host’s certificate is not trusted',
    network: 'this machine has no network',
    other: 'the connection broke',
  },
};
