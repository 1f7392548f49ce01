import * as pulumi from "@pulumi/pulumi";
import { mapPresent } from ".";

const valueOf = <T>(output: pulumi.Output<T>): Promise<T> => new Promise((resolve) => void output.apply(resolve));

describe("mapPresent", () => {
  it("maps what is there", async () => {
    expect(await valueOf(mapPresent(pulumi.output(["a", "b"]), (names) => names.join()))).toBe("a,b");
  });

  it("passes over what an update leaves out", async () => {
    const absent = pulumi.output(undefined as unknown as string[]);
    expect(await valueOf(mapPresent(absent, (names) => names.join()))).toBeUndefined();
  });
});
