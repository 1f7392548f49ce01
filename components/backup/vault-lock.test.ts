import { lockSettings, type VaultLock } from "./vault-lock";

const governance: VaultLock = { mode: "governance", minRetentionDays: 7, maxRetentionDays: 365 };

describe("lockSettings", () => {
  it("can be undone in governance mode: no day is named after which it cannot", () => {
    expect(lockSettings("vault", { ...governance, graceDays: 30 })).toEqual({
      minRetentionDays: 7,
      maxRetentionDays: 365,
    });
  });

  it("is final in compliance mode, after three days unless told otherwise", () => {
    expect(lockSettings("vault", { ...governance, mode: "compliance" })).toMatchObject({ changeableForDays: 3 });
    expect(lockSettings("vault", { ...governance, mode: "compliance", graceDays: 30 })).toMatchObject({
      changeableForDays: 30,
    });
  });

  it.each([
    [{ minRetentionDays: 0 }, "lock.minRetentionDays must be a whole number from 1 to 36500, got 0"],
    [{ maxRetentionDays: 6 }, "lock.maxRetentionDays must be a whole number from 7 to 36500, got 6"],
    [{ mode: "compliance" as const, graceDays: 2 }, "lock.graceDays must be a whole number from 3 to 36500, got 2"],
  ])("refuses %p", (wrong, message) => {
    expect(() => lockSettings("vault", { ...governance, ...wrong })).toThrow(`BackupVault vault: ${message}`);
  });
});
