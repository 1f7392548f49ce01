import { arn, type Simulations } from "./simulation";

export const servicediscovery: Simulations = {
  "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace": (request) => {
    const id = `ns-${request.hex(16)}`;
    const hostedZone = `Z${request.hex(20, "zone").toUpperCase()}`;
    return { id, outputs: { arn: arn(request, "servicediscovery", `namespace/${id}`), hostedZone } };
  },
  "aws:servicediscovery/service:Service": (request) => {
    const id = `srv-${request.hex(16)}`;
    const name: string = request.inputs.name ?? request.autoname;
    return { id, outputs: { name, arn: arn(request, "servicediscovery", `service/${id}`) } };
  },
};
