import type { Call } from "../call";
import type { Scope } from "../scope";

/** What a task may do for one kind of thing under its `uses`, and nothing beside it. */
export interface Right {
  /** The application's own code. Default: nothing. */
  task?: (scope: Scope) => Call[];
  /** ECS, to start the task. Default: nothing. */
  execution?: (scope: Scope) => Call[];
}
