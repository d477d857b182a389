import { fail } from '../../../src-shared/app-error';
import type { CardOutcome } from '../../../src-shared/card-outcome';
import type { Json } from '../../../src-shared/json';
import { readWebhook } from '../../../src-shared/tenant-settings';
import type { Words } from '../../../src-shared/messages/words';
import type { Clock, Log, PostCard } from '../ports';

export interface TestCardDeps {
  readonly post: PostCard;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: () => Words;
}

/** A card to a webhook from this machine, on a click alone. The tenant's token is not in it. */
export function createTestCard({ post, clock, log, words }: TestCardDeps) {
  /** @param name the account's, for whoever reads the card; @throws AppError `bad-input` for no https address */
  return async function send(url: string | null, name: string): Promise<CardOutcome> {
    const read = readWebhook(url ?? '');
    if (!read.ok) throw fail('bad-input', { fields: { teamsWebhookUrl: read.problem } });
    const { messages, format } = words();
    const { title, text } = messages.pages.tenant.card;
    const outcome = await post(read.url, cardOf(title, text(name, format.full(clock.now()))));
    log.event('test card', 'status' in outcome ? `${outcome.state}, ${outcome.status}` : outcome.state);
    return outcome;
  };
}

/** The form that Teams' workflows take, and the older connectors too: an Adaptive Card in a message. */
const cardOf = (title: string, text: string): Json => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: title, weight: 'Bolder', wrap: true },
          { type: 'TextBlock', text, wrap: true },
        ],
      },
    },
  ],
});
