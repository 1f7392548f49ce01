import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { SecurityGroup } from "../security-group";
import { interfaceEndpointPolicy } from "./endpoint-policy";

export interface InterfaceEndpointsArgs {
  vpcId: pulumi.Input<string>;
  subnetIds: pulumi.Input<string>[];
  region: string;
  account: string;
  /** Short names of AWS services, `ecr.api`. */
  services: string[];
}

/**
 * Interface endpoints that answer under the services' own names inside the VPC, behind one security group which at
 * first admits nobody: each caller gets a `Connection` to it on port 443. Once an endpoint exists, that service is
 * reachable from the VPC by no other way.
 *
 * Each endpoint costs $7.30 a month in each zone and $0.01 per GB in us-east-1: five in three zones cost more than
 * three NAT gateways (https://aws.amazon.com/privatelink/pricing/). A service must accept endpoint policies and be
 * offered in each of the zones.
 */
export class InterfaceEndpoints extends pulumi.ComponentResource {
  readonly securityGroupId: pulumi.Output<string>;
  readonly endpoints: ec2.VpcEndpoint[];

  constructor(name: string, args: InterfaceEndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:InterfaceEndpoints", name, {}, opts);
    const { vpcId, subnetIds, region, account, services } = args;
    const parent = { parent: this };

    const group = new SecurityGroup(name, { vpcId, description: "Interface endpoints of AWS services" }, parent);
    this.endpoints = services.map((service) => {
      const endpointName = `${name}-${service.replaceAll(".", "-")}`;
      return new ec2.VpcEndpoint(
        endpointName,
        {
          vpcId,
          vpcEndpointType: "Interface",
          serviceName: `com.amazonaws.${region}.${service}`,
          privateDnsEnabled: true,
          subnetIds,
          securityGroupIds: [group.securityGroupId],
          policy: interfaceEndpointPolicy(account),
          tags: { Name: endpointName },
        },
        parent,
      );
    });

    this.securityGroupId = group.securityGroupId;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}
