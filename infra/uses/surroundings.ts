import type { InternalService } from "@platform/components/internal-service";
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
  /** The internal services that are there already. */
  internal: { readonly [name: string]: InternalService };
}
