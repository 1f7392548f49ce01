import { fargateSizeProblems } from "@platform/components/task";
import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** A migration belongs to a service that uses the database, and has a size that Fargate offers. */
export const migrations: Check = ({ sections: { services = {} } }) =>
  Object.entries(services).flatMap(([name, { migrations: migration, uses }]): Fault[] => {
    if (!migration) return [];
    const key = (...rest: string[]) => at("services", name, ...rest);
    const faults: Fault[] = fargateSizeProblems(migration.size.cpu, migration.size.memory).map((problem) => ({
      path: key("migrations", "size"),
      involves: [],
      got: `${migration.size.cpu} CPU units with ${migration.size.memory} MiB`,
      expected: problem.replace(/, got \d+$/, "").replace("must be ", ""),
      fix: "change cpu or memory, for example to { cpu: 512, memory: 1024 }",
    }));
    if (!uses.database) {
      faults.push({
        path: key("migrations"),
        involves: [key("uses", "database")],
        got: `migrations, while ${keyText(key("uses", "database"))} is false`,
        expected: "migrations only for a service that uses the database",
        fix: "add database: true to the service's uses, or remove migrations",
      });
    }
    return faults;
  });
