import { changed, onlyProblem, read } from "../test-stack";
import { inOrderOfUse } from "../service-order";

const LLM = {
  image: { tag: "v1.0.0" },
  port: 11434,
  internal: true,
  health: { command: ["ollama", "list"] },
};
const llm = (changes: Record<string, unknown> = {}) => ({ "platform:services.llm": { ...LLM, ...changes } });
const key = (rest: string) => `platform:services.llm.${rest}`;
const calls = { "platform:services.api.uses.services": ["llm"] };

describe("internal services", () => {
  it("are called by those that name them", () => {
    const { services } = read(changed({ ...llm(), ...calls }));
    expect(services.api?.uses.services).toEqual(["llm"]);
    expect(services.llm).toMatchObject({ internal: true, port: 11434 });
  });

  it.each([
    ["paths", { paths: ["/llm/*"] }],
    ["stickiness", { stickiness: 60 }],
    ["health.path", { health: { ...LLM.health, path: "/up" } }],
    ["scaling.requestsPerTarget", { scaling: { min: 2, requestsPerTarget: 10 } }],
  ])("have no %s, which belongs to a load balancer", (setting, changes) => {
    expect(onlyProblem(llm(changes))).toMatchObject({
      key: key(setting),
      got: `a value, while ${key("internal")} is true`,
    });
  });

  it("say how they are well", () => {
    expect(onlyProblem(llm({ health: undefined }))).toMatchObject({
      key: key("health.command"),
      got: `nothing, while ${key("internal")} is true`,
    });
  });

  it("have a port", () => {
    expect(onlyProblem(llm({ port: undefined }))).toMatchObject({
      key: key("internal"),
      got: `true, while there is no ${key("port")}`,
    });
  });

  it("are those that others may name, by their right name", () => {
    expect(onlyProblem({ ...llm(), "platform:services.api.uses.services": ["lmm"] })).toMatchObject({
      key: "platform:services.api.uses.services[0]",
      suggestion: "llm",
    });
    expect(onlyProblem({ ...llm({ internal: undefined, paths: ["/llm/*"] }), ...calls })).toMatchObject({
      key: "platform:services.api.uses.services[0]",
      got: `the service llm, while ${key("internal")} is not true`,
    });
  });

  it("follow one another by rolling deployments only: no load balancer moves their calls", () => {
    expect(onlyProblem(llm({ deployment: { strategy: "canary" } }))).toMatchObject({
      key: key("deployment.strategy"),
      got: `canary, while ${key("internal")} is true`,
    });
  });

  it("do not use one another in a circle", () => {
    const other = { "platform:services.tools": { ...LLM, uses: { services: ["llm"] } } };
    expect(onlyProblem({ ...other, ...llm({ uses: { services: ["tools"] } }) })).toMatchObject({
      got: "services that use one another in a circle: tools, llm",
    });
  });

  it("give a variable that nobody else sets", () => {
    expect(
      onlyProblem({ ...llm(), ...calls, "platform:services.api.environment": { LLM_URL: "http://localhost" } }),
    ).toMatchObject({ got: "a variable that the platform sets for the service llm" });
  });
});

describe("inOrderOfUse", () => {
  it("puts each internal service after those that it uses, and leaves the others out", () => {
    const { services } = read(
      changed({
        "platform:services.agent": { ...LLM, uses: { services: ["tools", "llm"] } },
        "platform:services.tools": { ...LLM, uses: { services: ["llm"] } },
        ...llm(),
        ...calls,
      }),
    );
    expect(inOrderOfUse(services)).toEqual({ ordered: ["llm", "tools", "agent"], circle: [] });
  });
});
