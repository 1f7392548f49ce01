import fc from "fast-check";
import { databaseParameters } from "./parameters";

describe("databaseParameters", () => {
  it("forces TLS and logs schema changes and slow statements", () => {
    expect(databaseParameters({})).toEqual([
      { name: "log_min_duration_statement", value: "1000", applyMethod: "immediate" },
      { name: "log_statement", value: "ddl", applyMethod: "immediate" },
      { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
    ]);
  });

  it("lets the stack change what is logged and add to it", () => {
    const parameters = databaseParameters({ log_statement: "mod", idle_in_transaction_session_timeout: "60000" });

    expect(parameters).toContainEqual({ name: "log_statement", value: "mod", applyMethod: "immediate" });
    expect(parameters).toContainEqual({
      name: "idle_in_transaction_session_timeout",
      value: "60000",
      applyMethod: "immediate",
    });
  });

  it.each(["max_connections", "shared_preload_libraries"])(
    "sets %s, which is read at start, at the next start",
    (name) => {
      expect(databaseParameters({ [name]: "1" })).toContainEqual({ name, value: "1", applyMethod: "pending-reboot" });
    },
  );

  it.each(["0", "1"])("refuses rds.force_ssl = %s", (value) => {
    expect(() => databaseParameters({ "rds.force_ssl": value })).toThrow(
      "parameters must not set rds.force_ssl: it is always 1",
    );
  });

  it("gives one list for one set of parameters, each once, in whatever order they come", () => {
    const names = fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string());

    fc.assert(
      fc.property(names, (parameters) => {
        const reversed = Object.fromEntries(Object.entries(parameters).reverse());
        const list = databaseParameters(parameters);
        expect(databaseParameters(reversed)).toEqual(list);
        expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
      }),
    );
  });
});
