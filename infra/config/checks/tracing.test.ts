import { endpointsFor } from "../../layers/network";
import { changed, onlyProblem, read } from "../test-stack";

const tracing = "platform:services.api.tracing";

describe("services.*.tracing", () => {
  it("is off, and traces one request in twenty where nothing else is said", () => {
    expect(read(changed({})).services.api?.tracing).toBeUndefined();
    expect(read(changed({ [tracing]: {} })).services.api?.tracing).toEqual({ samplePercent: 5 });
    expect(read(changed({ [tracing]: { samplePercent: 0.5 } })).services.api?.tracing).toEqual({ samplePercent: 0.5 });
  });

  it("reaches X-Ray by an endpoint where some service traces", () => {
    expect(endpointsFor(read(changed({ [tracing]: {} })))).toContain("xray");
    expect(endpointsFor(read(changed({})))).not.toContain("xray");
  });

  it.each([0, 101, -1, "5"])("refuses a share of %p", (samplePercent) => {
    expect(onlyProblem({ [`${tracing}.samplePercent`]: samplePercent })).toMatchObject({
      key: `${tracing}.samplePercent`,
      expected: "a number above 0 and up to 100",
    });
  });

  it("needs a way to the collector's image", () => {
    expect(
      onlyProblem({
        [tracing]: {},
        "platform:network.nat": "none",
        "platform:reasons": { "network.nat": "Nothing in this stack calls anybody else" },
      }),
    ).toMatchObject({ key: tracing, got: "tracing, while platform:network.nat is none" });
  });

  it("needs that way out of the tasks too", () => {
    expect(onlyProblem({ [tracing]: {}, "platform:services.api.egress.https": "none" })).toMatchObject({
      key: tracing,
      got: "tracing, while platform:services.api.egress.https is limited",
    });
  });

  it("sets OpenTelemetry's variables itself", () => {
    const variable = "platform:services.api.environment.OTEL_SERVICE_NAME";
    expect(onlyProblem({ [tracing]: {}, [variable]: "mine" })).toMatchObject({
      key: variable,
      got: "a variable that the platform sets for tracing",
    });
    expect(() => read(changed({ [variable]: "mine" }))).not.toThrow();
  });
});
