import { changed, onlyProblem, read } from "../test-stack";

const websockets = { "platform:services.api.websockets": true };

describe("websockets", () => {
  it("are one knob", () => {
    const { services, loadBalancer } = read(changed(websockets));
    expect(services.api).toMatchObject({ websockets: true });
    expect(loadBalancer.idleTimeout).toBeUndefined();
  });

  it("do not bear a load balancer that takes a minute's silence for an end", () => {
    expect(onlyProblem({ ...websockets, "platform:loadBalancer.idleTimeout": 60 })).toEqual({
      key: "platform:loadBalancer.idleTimeout",
      got: "60 seconds, while platform:services.api.websockets is true",
      expected: "more than 60 seconds, or connections end whenever nobody speaks",
      fix: "remove it to get 300",
    });
    expect(read(changed({ ...websockets, "platform:loadBalancer.idleTimeout": 61 }))).toBeDefined();
    expect(read(changed({ "platform:loadBalancer.idleTimeout": 60 }))).toBeDefined();
  });

  it("do not go with versions between which requests move: clients would stay", () => {
    const canary = { "platform:services.api.deployment": { strategy: "canary" } };
    expect(onlyProblem({ ...websockets, ...canary })).toMatchObject({
      key: "platform:services.api.websockets",
      got: "true, while platform:services.api.deployment.strategy is canary",
    });
  });
});
