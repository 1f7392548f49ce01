import { live } from "../live";

live("examples/predictram/Pulumi.predictram-prod.yaml");
