import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";

const FOLDER = "components/redis-lists/function";
const FILES = ["index.mjs", "list-lengths.mjs", "metric-line.mjs"];

/** The function's own files, as they are: what runs is what is tested. */
export function functionCode(): pulumi.asset.AssetArchive {
  const folder = path.join(rootAbove(__dirname), FOLDER);
  // By content: a path would differ from machine to machine, and so would every plan.
  const asset = (file: string) => new pulumi.asset.StringAsset(readFileSync(path.join(folder, file), "utf8"));
  return new pulumi.asset.AssetArchive(Object.fromEntries(FILES.map((file) => [file, asset(file)])));
}

/** The nearest folder upwards that holds the function: this file may run from a bundle of the program. */
function rootAbove(from: string): string {
  if (existsSync(path.join(from, FOLDER))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error(`${FOLDER} is not above ${__dirname}`);
  return rootAbove(parent);
}
