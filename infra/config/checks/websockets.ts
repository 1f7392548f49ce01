import { at, type Check } from "../draft";
import { keyText } from "../key-path";

/** Clients of Socket.IO and many others are silent for 25 seconds at a time, and some for 60. */
const SHORT_SECONDS = 60;

/** Connections that are held open are not closed by a load balancer that takes silence for an end. */
export const websockets: Check = ({ sections: { services = {}, loadBalancer } }) => {
  const timeout = loadBalancer?.idleTimeout;
  const [name] = Object.entries(services).find(([, service]) => service.websockets) ?? [];
  if (name === undefined || timeout === undefined || timeout > SHORT_SECONDS) return [];
  const key = at("services", name, "websockets");
  return [
    {
      path: at("loadBalancer", "idleTimeout"),
      involves: [key],
      got: `${timeout} seconds, while ${keyText(key)} is true`,
      expected: `more than ${SHORT_SECONDS} seconds, or connections end whenever nobody speaks`,
      fix: "remove it to get 300",
    },
  ];
};
