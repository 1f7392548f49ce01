import { Failure } from "../preview/failure";
import { type PolicyInfo, settingsOf } from "./policy-config";

const policies: PolicyInfo[] = [
  { name: "kms-rotation", level: "mandatory" },
  {
    name: "log-retention",
    level: "advisory",
    schema: {
      properties: {
        days: { type: "integer", minimum: 30, default: 90 } as object,
        class: { type: "string", enum: ["STANDARD", "DELIVERY"] } as object,
      },
      required: ["days"],
    },
  },
];
const problemsOf = (config: Parameters<typeof settingsOf>[1]): string => {
  try {
    settingsOf(policies, config, "levels.json");
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).exitCode).toBe(2);
    return (error as Failure).message;
  }
  throw new Error("expected a failure");
};

describe("settingsOf", () => {
  it("keeps the pack's levels and the schema's defaults where the file says nothing", () => {
    expect([...settingsOf(policies, {}, "levels.json")]).toEqual([
      ["kms-rotation", { level: "mandatory", properties: {} }],
      ["log-retention", { level: "advisory", properties: { days: 90 } }],
    ]);
  });

  it("takes a level as text, `all` for the rest, and properties over the defaults", () => {
    const settings = settingsOf(
      policies,
      { all: "disabled", "log-retention": { enforcementLevel: "mandatory", days: 365 } },
      "levels.json",
    );
    expect(settings.get("kms-rotation")?.level).toBe("disabled");
    expect(settings.get("log-retention")).toEqual({ level: "mandatory", properties: { days: 365 } });
  });

  it("fails with all mistakes at once: unknown policies, levels and properties, and what the schema refuses", () => {
    const message = problemsOf({
      "kms-rotatoin": "mandatory",
      "kms-rotation": { enforcementLevel: "blocking", years: 1 },
      "log-retention": { days: 7, class: "RARE" },
    });
    expect(message.split("\n")).toEqual([
      "levels.json: unknown policy kms-rotatoin; did you mean kms-rotation?",
      'levels.json: kms-rotation: unknown level "blocking"; accepted: advisory, mandatory, remediate, disabled',
      "levels.json: kms-rotation: unknown property years; accepted: none",
      "levels.json: log-retention/days: must be >= 30",
      "levels.json: log-retention/class: must be equal to one of the allowed values: STANDARD, DELIVERY",
    ]);
  });
});
