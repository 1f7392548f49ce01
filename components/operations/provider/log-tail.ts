import { GetLogEventsCommand, ResourceNotFoundException } from "@aws-sdk/client-cloudwatch-logs";
import type { Clients } from "./clients";
import type { Pace } from "./pace";

export interface LogStream {
  group: string;
  stream: string;
}

const LINES = 30;

/** Reads until two readings agree, since the last lines arrive after the task has ended. */
const MOST_READINGS = 5;

/** The last lines of a log stream, oldest first; none when nothing was ever written. */
export async function logTail({ logs }: Clients, { group, stream }: LogStream, pace: Pace): Promise<string[]> {
  const read = async (): Promise<string[]> => {
    try {
      const request = { logGroupName: group, logStreamName: stream, limit: LINES, startFromHead: false };
      const { events = [] } = await logs.send(new GetLogEventsCommand(request));
      return events.map(({ message = "" }) => message.trimEnd());
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return [];
      throw error;
    }
  };
  let lines = await read();
  for (let readings = 1; readings < MOST_READINGS; readings++) {
    await new Promise((resolve) => setTimeout(resolve, pace.intervalMs));
    const later = await read();
    if (later.length > 0 && later.join("\n") === lines.join("\n")) break;
    lines = later;
  }
  return lines;
}
