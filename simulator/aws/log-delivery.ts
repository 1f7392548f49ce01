import { arn, type Simulations } from "./simulation";

export const logDelivery: Simulations = {
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, service: "cloudfront", arn: arn(request, "logs", `delivery-source:${name}`) } };
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return {
      id: name,
      outputs: { name, deliveryDestinationType: "S3", arn: arn(request, "logs", `delivery-destination:${name}`) },
    };
  },
  "aws:cloudwatch/logDelivery:LogDelivery": (request) => {
    const id = request.hex(16);
    return { id, outputs: { arn: arn(request, "logs", `delivery:${id}`) } };
  },
};
