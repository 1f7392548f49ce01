import { table } from "../../../scripts/policy-catalogue/markdown";
import type { OpenWay } from "./reachability";

/** The open ways as a table: who in the rows reaches whom in the columns, at which TCP ports. */
export function matrixPage(stack: string, places: string[], ways: OpenWay[]): string {
  const from = places.filter((place) => ways.some((way) => way.from === place));
  const to = [...places, "S3"];
  const portsOf = (row: string, column: string): string =>
    ways.find((way) => way.from === row && way.to === column)?.ports.join(", ") ?? "";
  const silent = places.filter((place) => !from.includes(place));
  return [
    `# Who reaches whom in ${stack}`,
    "",
    "Written by `npm run golden` from the security groups and routes of the stack: rows open connections, columns answer,",
    "cells are TCP ports. What is empty is closed.",
    "",
    table(
      ["", ...to],
      from.map((place) => [place, ...to.map((column) => portsOf(place, column))]),
    ),
    "",
    `Opens no connection: ${silent.join(", ") || "none"}.`,
    "",
  ].join("\n");
}
