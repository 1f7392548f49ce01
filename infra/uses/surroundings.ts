import type { Network } from "@platform/components/network";
import type { StackConfig } from "../config";
import type { Data } from "../layers/data";
import type { Foundation } from "../layers/foundation";

/** What a stack has for its tasks to use. */
export interface Surroundings {
  config: StackConfig;
  base: Foundation;
  net: Network;
  store: Data;
}
