import { canaryProblems } from "@platform/components/canary";
import { at, type Check, type Fault } from "../draft";
import { kindOf } from "../service-kind";

/** There is somebody to answer the canary, and its pages are distinct and few enough to be handed to it. */
export const canaryPages: Check = ({ sections: { canary, services = {}, cdn } }) => {
  if (!canary) return [];
  const answered = cdn !== undefined || Object.values(services).some((service) => kindOf(service) === "web");
  const unanswered: Fault = {
    path: at("canary"),
    involves: [at("services"), at("cdn")],
    got: "pages to ask for, while the load balancer reaches no service and there is no CDN",
    expected: "something that answers: a service with a port that is not internal, or a site behind platform:cdn",
    fix: "give a service a port, or remove platform:canary",
  };
  const unfit = canaryProblems(canary.paths, canary.everyMinutes).map((problem): Fault => ({
    path: at("canary", "paths"),
    involves: [],
    got: problem.replace(/^pages /, "a list whose pages "),
    expected: "pages that each are named once, with few and short values",
    fix: "remove what is named twice, or shorten the list",
  }));
  return [...(answered ? [] : [unanswered]), ...unfit];
};
