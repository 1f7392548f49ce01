import { live } from "../live";

live("examples/predictram/Pulumi.predictram-staging.yaml");
