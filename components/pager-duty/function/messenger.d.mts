/** A message of the topic, as Lambda hands it on. */
export interface TopicEvent {
  Records: { Sns: { Message: string } }[];
}

/** What the messenger needs of its surroundings. */
export interface MessengerSurroundings {
  /** Address of PagerDuty's Events API v2. */
  eventsUrl: string;
  /** Reads the integration's key. */
  readKey(): Promise<string>;
}

export function messenger(surroundings: MessengerSurroundings): (event: TopicEvent) => Promise<void>;
