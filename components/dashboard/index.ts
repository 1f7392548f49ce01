export { applicationWidgets, type ApplicationWidgetsArgs, type ObservedWebService } from "./application-widgets";
export { bedrockWidgets } from "./bedrock-widgets";
export { Dashboard, type DashboardArgs } from "./dashboard";
export { infrastructureWidgets, type InfrastructureWidgetsArgs } from "./infrastructure-widgets";
export { type AlarmWidget, alarmWidgets, type MetricWidget, type Series, type Widget } from "./widget";
