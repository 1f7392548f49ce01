import type { Simulations } from "./simulation";

export const random: Simulations = {
  "random:index/randomPassword:RandomPassword": (request) => {
    const length: number = request.inputs.length;
    return { id: "none", outputs: { result: request.hex(length) } };
  },
};
