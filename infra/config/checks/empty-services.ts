import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";
import { kindOf } from "../service-kind";

/** A service runs no task at all only where nobody waits for it. */
export const emptyServices: Check = ({ sections: { services = {}, profile } }) =>
  Object.entries(services).flatMap(([name, settings]): Fault[] => {
    if (settings.scaling.min > 0) return [];
    const path = at("services", name, "scaling", "min");
    const port = at("services", name, "port");
    if (kindOf(settings) !== "worker") {
      return [
        {
          path,
          involves: [port],
          got: `0, while ${keyText(port)} is set`,
          expected: "at least 1 for a service with a port: no request could wake it",
          fix: "raise min to 1",
        },
      ];
    }
    const backlog = at("services", name, "scaling", "backlog");
    if (!settings.scaling.backlog) {
      return [
        {
          path,
          involves: [backlog],
          got: `0, while there is no ${keyText(backlog)}`,
          expected: "at least 1, or a backlog that wakes the worker",
          fix: `raise min to 1, or add ${keyText(backlog)}`,
        },
      ];
    }
    if (profile !== "production") return [];
    return [
      {
        path,
        involves: [at("profile")],
        got: `0, while ${keyText(at("profile"))} is production`,
        expected: "at least 1 in production: the first job would wait minutes for a task",
        fix: "raise min",
      },
    ];
  });
