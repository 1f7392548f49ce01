import { live } from "../live";

live("Pulumi.staging.yaml");
