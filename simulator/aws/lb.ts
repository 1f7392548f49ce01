import { arn, type SimulatedRequest, type Simulations } from "./simulation";

/** Route 53 zone of load balancers by region: https://docs.aws.amazon.com/general/latest/gr/elb.html */
const ZONE_IDS: { [region: string]: string } = {
  "us-east-1": "Z35SXDOTRQ7X7K",
  "us-east-2": "Z3AADJGX6KTTL2",
  "us-west-2": "Z1H1FL5HABSF5",
  "eu-central-1": "Z215JYRZR1TBD5",
  "eu-north-1": "Z23TAZ6LKFMNIO",
  "eu-west-1": "Z32O12XQLNTSW2",
  "ap-south-1": "ZP97RAFLXTNZK",
};

/** A physical name of at most 32 characters, as ELB allows. */
const nameOf = (request: SimulatedRequest): string => request.inputs.name ?? request.autoname.slice(-32);

/** What follows `kind/` in a load balancer's ARN: `app/<name>/<id>`. */
const pathOf = (loadBalancerArn: string): string => loadBalancerArn.split("loadbalancer/")[1] ?? loadBalancerArn;

export const lb: Simulations = {
  "aws:lb/loadBalancer:LoadBalancer": (request) => {
    const name = nameOf(request);
    const arnSuffix = `app/${name}/${request.hex(16)}`;
    const loadBalancerArn = arn(request, "elasticloadbalancing", `loadbalancer/${arnSuffix}`);
    const label = `${request.inputs.internal ? "internal-" : ""}${name}-${parseInt(request.hex(8, "dns"), 16)}`;
    return {
      id: loadBalancerArn,
      outputs: {
        name,
        arn: loadBalancerArn,
        arnSuffix,
        dnsName: `${label.toLowerCase()}.${request.region}.elb.amazonaws.com`,
        zoneId: ZONE_IDS[request.region] ?? `Z${request.hex(13, request.region).toUpperCase()}`,
      },
    };
  },
  "aws:lb/listener:Listener": (request) => {
    const path = pathOf(request.inputs.loadBalancerArn);
    const listenerArn = arn(request, "elasticloadbalancing", `listener/${path}/${request.hex(16)}`);
    return { id: listenerArn, outputs: { arn: listenerArn } };
  },
  "aws:lb/listenerRule:ListenerRule": (request) => {
    const listenerArn: string = request.inputs.listenerArn;
    const ruleArn = `${listenerArn.replace(":listener/", ":listener-rule/")}/${request.hex(16)}`;
    return { id: ruleArn, outputs: { arn: ruleArn } };
  },
  "aws:lb/targetGroup:TargetGroup": (request) => {
    const name = nameOf(request);
    const arnSuffix = `targetgroup/${name}/${request.hex(16)}`;
    const targetGroupArn = arn(request, "elasticloadbalancing", arnSuffix);
    return { id: targetGroupArn, outputs: { name, arn: targetGroupArn, arnSuffix } };
  },
};
