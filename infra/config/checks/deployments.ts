import { at, type Check, type Fault, valueWritten, written } from "../draft";
import { keyText } from "../key-path";
import { kindOf } from "../service-kind";

type Strategy = "rolling" | "blueGreen" | "canary" | "linear";

/** The strategies that know a key, for keys that not all know. */
const STRATEGIES_OF: { [key: string]: readonly Strategy[] } = {
  minimumHealthyPercent: ["rolling"],
  maximumPercent: ["rolling"],
  bakeMinutes: ["blueGreen", "canary", "linear"],
  canaryPercent: ["canary"],
  canaryMinutes: ["canary"],
  stepPercent: ["linear"],
  stepMinutes: ["linear"],
  pause: ["blueGreen", "canary", "linear"],
  testHeader: ["blueGreen", "canary", "linear"],
  testListener: ["blueGreen", "canary", "linear"],
};

/** The settings of a deployment fit its strategy, and what the strategy needs is there. */
export const deployments: Check = (draft) =>
  Object.entries(draft.sections.services ?? {}).flatMap(([name, settings]): Fault[] => {
    const { deployment, stickiness, websockets } = settings;
    const key = (...rest: string[]) => at("services", name, "deployment", ...rest);
    const { strategy } = deployment;
    const faults = Object.entries(STRATEGIES_OF)
      .filter(([setting, strategies]) => isAsked(valueWritten(draft, key(setting))) && !strategies.includes(strategy))
      .map(([setting, strategies]): Fault => ({
        path: key(setting),
        involves: [key("strategy")],
        got: `${written(draft, key(setting))}, while ${keyText(key("strategy"))} is ${strategy}`,
        expected: `this key only with the strategy ${strategies.join(", ")}`,
        fix: `remove it, or change the strategy to ${strategies[0]}`,
      }));

    if (strategy !== "rolling" && kindOf(settings) === "worker") {
      faults.push({
        path: key("strategy"),
        involves: [at("services", name, "port")],
        got: `${strategy}, while there is no ${keyText(at("services", name, "port"))}`,
        expected: "rolling for a worker, which gets no requests that could move",
        fix: "remove it, or add the port that the service listens on",
      });
    }
    if (strategy !== "rolling" && kindOf(settings) === "internal") {
      faults.push({
        path: key("strategy"),
        involves: [at("services", name, "internal")],
        got: `${strategy}, while ${keyText(at("services", name, "internal"))} is true`,
        expected: "rolling for an internal service, which has no load balancer to move requests",
        fix: "remove it",
      });
    }
    if (strategy !== "rolling" && websockets) {
      faults.push({
        path: at("services", name, "websockets"),
        involves: [key("strategy")],
        got: `true, while ${keyText(key("strategy"))} is ${strategy}`,
        expected: "rolling: clients that hold connections stay with their task, and would not move with the requests",
        fix: "change the strategy to rolling, or remove websockets",
      });
    }
    if (strategy !== "rolling" && stickiness !== undefined) {
      // A cookie outweighs the weights, even when its target group has no task any more:
      // https://repost.aws/questions/QUugYm4uzWSI2af5mnmMjlZQ/alb-to-automatically-redirect-traffic
      faults.push({
        path: at("services", name, "stickiness"),
        involves: [key("strategy")],
        got: `${stickiness} seconds, while ${keyText(key("strategy"))} is ${strategy}`,
        expected:
          "no stickiness where requests move between two sets of tasks: clients would stay with tasks that are gone",
        fix: "remove stickiness, or change the strategy to rolling",
      });
    }
    if (deployment.testHeader && deployment.testListener) {
      faults.push({
        path: key("testListener"),
        involves: [key("testHeader")],
        got: `true, while ${keyText(key("testHeader"))} is given as well`,
        expected: "one way to the new version",
        fix: "remove one of the two",
      });
    }
    if (deployment.testListener && !draft.sections.loadBalancer?.testListener) {
      faults.push({
        path: key("testListener"),
        involves: [at("loadBalancer", "testListener")],
        got: `true, but the load balancer has no test listener`,
        expected: `false, or ${keyText(at("loadBalancer", "testListener"))}`,
        fix: `add ${keyText(at("loadBalancer", "testListener"))} with the sources that may reach it, or remove the key`,
      });
    }
    if (deployment.pause?.stage === "postTestTrafficShift" && !deployment.testHeader && !deployment.testListener) {
      faults.push({
        path: key("pause", "stage"),
        involves: [key("testHeader"), key("testListener")],
        got: "postTestTrafficShift, but no request is a test",
        expected: "another stage, or a way to test the new version",
        fix: "add testHeader or testListener, or change the stage to postScaleUp",
      });
    }
    return faults;
  });

/** `false` asks for nothing. */
const isAsked = (value: unknown): boolean => value !== undefined && value !== false;
