import { readFileSync } from "node:fs";
import path from "node:path";
import type { Manifest, ManifestResource } from "@platform/simulator";

/** The golden manifest of a stack; the golden test holds it to what the program declares. */
export class GoldenManifest {
  private readonly manifest: Manifest;

  constructor(stack: string, view: "preview" | "deployed" = "deployed") {
    const file = path.join(__dirname, "golden", `${stack}.${view}.json`);
    this.manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  }

  get resources(): ManifestResource[] {
    return this.manifest.resources;
  }

  all(type: string): ManifestResource[] {
    return this.manifest.resources.filter((resource) => resource.type === type);
  }

  /** The inputs of the one resource of that type, or of that type and name. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read inputs of every shape
  inputs(type: string, name?: string): any {
    const found = this.all(type).filter((resource) => name === undefined || resource.name === name);
    const [only] = found;
    if (found.length !== 1 || !only) throw new Error(`${found.length} resources of ${type} ${name ?? ""}`);
    return only.inputs;
  }

  names(type: string): string[] {
    return this.all(type).map(({ name }) => name);
  }
}
