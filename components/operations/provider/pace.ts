/** How patiently an operation waits; tests hurry. */
export interface Pace {
  /** Milliseconds between two questions. */
  intervalMs: number;
  /** Milliseconds that a minute of a timeout lasts. */
  minuteMs: number;
}

/** ECS allows a burst of 100 DescribeTasks and then 40 a second, so that one question in five seconds bothers nobody. */
export const ORDINARY_PACE: Pace = { intervalMs: 5_000, minuteMs: 60_000 };

/** Asks until there is an answer, or until the minutes are over: then there is none. */
export async function until<Answer>(
  ask: () => Promise<Answer | undefined>,
  minutes: number,
  { intervalMs, minuteMs }: Pace,
): Promise<Answer | undefined> {
  const deadline = Date.now() + minutes * minuteMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || Date.now() >= deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}
