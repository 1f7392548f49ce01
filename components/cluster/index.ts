export { Cluster, type ClusterArgs, type ContainerInsights } from "./cluster";
