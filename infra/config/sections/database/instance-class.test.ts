import { databaseAlarms } from "@platform/components/alarms";
import fc from "fast-check";
import { changed, onlyProblem, read } from "../../test-stack";
import { INSTANCE_CLASS } from "./instance-class";

describe("a class of RDS", () => {
  it.each(["db.t3.small", "db.t4g.micro", "db.r6g.xlarge", "db.m7g.large", "db.x2iedn.32xlarge"])("is %s", (name) => {
    expect(read(changed({ "platform:database.class": name })).database?.class).toBe(name);
  });

  it("has a memory that alarms are set by, whatever is accepted", () => {
    fc.assert(
      fc.property(fc.stringMatching(INSTANCE_CLASS), (instanceClass) => {
        const [memory] = databaseAlarms({ instanceIdentifier: "db", instanceClass, storageGib: 20 }).filter(
          ({ name }) => name === "memory",
        );
        expect(memory?.threshold).toBeGreaterThan(0);
      }),
    );
  });

  it.each(["db.t9.huge", "db.0-.y30", "t3.small", "db.m6g.micro"])("is not %s", (name) => {
    expect(onlyProblem({ "platform:database.class": name })).toMatchObject({
      key: "platform:database.class",
      expected: "a class of RDS for PostgreSQL, such as db.r6g.xlarge",
    });
  });
});
