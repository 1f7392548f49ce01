import { live } from "../live";

live("Pulumi.dev.yaml");
