import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { given } from "../engine/toolchain/given";
import type { Project } from "../engine/workspace";

const ROOT = path.resolve(__dirname, "..");
const PROGRAM = ["infra", "components", "simulator", "policies"];
const PACK = ["index.ts", "pack.ts", "levels.ts", "controls", "kernel", "rules"];

// What `pulumi new aws-typescript` writes, with the newer library and the interoperability that this code asks for, and without
// the check of the libraries' own declarations, which would only make it slower.
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    target: "es2022",
    lib: ["ES2023"],
    module: "nodenext",
    moduleResolution: "nodenext",
    esModuleInterop: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    sourceMap: true,
  },
};

/**
 * This repository as Pulumi runs a project by default: program and policy pack in TypeScript, transpiled and type-checked by
 * ts-node at each start.
 */
export function projectWithDefaults(stack: string): Project {
  const folder = mkdtempSync(path.join(given().folder, "defaults-"));
  write(folder, "Pulumi.yaml", "name: platform\nruntime: nodejs\n");
  write(folder, "tsconfig.json", JSON.stringify(TSCONFIG));
  PROGRAM.forEach((name) => symlinkSync(path.join(ROOT, name), path.join(folder, name)));

  const policyPack = path.join(folder, "pack");
  mkdirSync(policyPack);
  write(policyPack, "PulumiPolicy.yaml", "runtime: nodejs\n");
  write(policyPack, "package.json", JSON.stringify({ name: "pack", version: "0.0.1", main: "index.ts" }));
  write(policyPack, "tsconfig.json", JSON.stringify(TSCONFIG));
  PACK.forEach((name) => symlinkSync(path.join(ROOT, "policies", name), path.join(policyPack, name)));
  symlinkSync(path.join(ROOT, "node_modules"), path.join(policyPack, "node_modules"));

  const stackFile = path.join(ROOT, `Pulumi.${stack}.yaml`);
  return { folder, stackFile, main: "infra/index.ts", needs: [...PROGRAM, "tsconfig.json"], policyPack };
}

const write = (folder: string, name: string, text: string): void => writeFileSync(path.join(folder, name), text);
