import { arn, globalArn, type Simulations } from "./simulation";

export const cloudwatch: Simulations = {
  "aws:cloudwatch/dashboard:Dashboard": (request) => {
    const name: string = request.inputs.dashboardName;
    return { id: name, outputs: { dashboardArn: globalArn(request, "cloudwatch", `dashboard/${name}`) } };
  },
  "aws:cloudwatch/logGroup:LogGroup": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "logs", `log-group:${name}`) } };
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name } };
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "cloudwatch", `alarm:${name}`) } };
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": (request) => {
    const name: string = request.inputs.alarmName;
    return { id: name, outputs: { arn: arn(request, "cloudwatch", `alarm:${name}`) } };
  },
};
