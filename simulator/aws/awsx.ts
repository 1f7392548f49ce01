import type { Simulations } from "./simulation";

/** Remote components: their own plugin creates the children, so all that a program sees of them is what they put out. */
export const awsx: Simulations = {
  "awsx:ecr:Image": (request) => ({
    id: "",
    outputs: { imageUri: `${request.inputs.repositoryUrl}@sha256:${request.hex(64, request.inputs.imageTag)}` },
  }),
};
