import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dumpCommand } from ".";

/** Programs that stand in for PostgreSQL's and AWS's, in a folder that comes first on the path. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "dump-"));
  program("aws", 'echo "$@" >> "$FOLDER/calls"; cat > "$FOLDER/uploaded-$(wc -l < "$FOLDER/calls" | tr -d " ")"');
  program("date", "echo 20261121T050000Z");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string, script: string): void {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

function run() {
  const [shell = "", ...args] = dumpCommand();
  return spawnSync(shell, args, {
    encoding: "utf8",
    env: {
      PATH: `${folder}:${process.env["PATH"]}`,
      TMPDIR: folder,
      FOLDER: folder,
      DATABASE_HOST: "db.example.com",
      DATABASE_PORT: "5432",
      DATABASE_NAME: "shop",
      DATABASE_USER: "app_owner",
      DATABASE_PASSWORD: "not-a-real-one",
      DUMP_BUCKET: "shop-prod-backups",
      DUMP_PREFIX: "database/",
      DUMP_MOST_BYTES: "1000",
    },
  });
}

const content = (name: string): string => readFileSync(path.join(folder, name), "utf8");
const TARGET = "s3://shop-prod-backups/database/shop-20261121T050000Z.dump";

describe("dumpCommand", () => {
  it("streams the dump to its place, and marks it as whole", () => {
    program("pg_dump", 'echo "$PGSSLMODE $PGPASSWORD $@" > "$FOLDER/asked"; printf rows');
    const { status, stdout } = run();

    expect(status).toBe(0);
    expect(stdout).toContain(`dumped to ${TARGET}`);
    expect(content("calls").trim().split("\n")).toEqual([
      `s3 cp - ${TARGET} --expected-size 1000`,
      `s3 cp - ${TARGET}.complete`,
    ]);
    expect(content("uploaded-1")).toBe("rows");
    expect(content("asked").trim()).toBe(
      "require not-a-real-one --host=db.example.com --port=5432 --username=app_owner --dbname=shop --no-password --format=custom",
    );
  });

  it("fails when the dump breaks off, and does not mark what is there as whole", () => {
    program("pg_dump", "printf half; exit 3");
    const { status, stderr } = run();

    expect(status).toBe(1);
    expect(stderr).toContain(`ERROR the dump broke off: ${TARGET} is not whole`);
    expect(existsSync(path.join(folder, "uploaded-2"))).toBe(false);
  });

  it("fails when S3 does not take it", () => {
    program("pg_dump", "printf rows");
    program("aws", "cat > /dev/null; exit 2");

    expect(run().status).not.toBe(0);
  });

  it("never shows the password", () => {
    program("pg_dump", "printf rows");
    const { stdout, stderr } = run();

    expect(stdout + stderr + content("calls")).not.toContain("not-a-real-one");
    expect(dumpCommand().join(" ")).not.toContain("not-a-real-one");
  });
});
