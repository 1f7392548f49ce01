import type { Recording, View } from "@platform/simulator";
import type { Problem } from "../../../infra/config";

/** A program to run: the configuration of its stack in Pulumi's own form. */
export interface Order {
  config: { [key: string]: string };
  stack: string;
  view: View;
  secretKeys: string[];
}

/** Why a stack file was refused. */
export interface Refusal {
  message: string;
  problems: Problem[];
}

/** What came of it: what it declared, why its stack file was refused, or what it should not have failed with. */
export type Answer = { recording: Recording } | { refused: Refusal } | { failure: string };
