import { live } from "../live";

live("Pulumi.prod.yaml");
