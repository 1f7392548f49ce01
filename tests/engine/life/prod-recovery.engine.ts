import { live } from "../live";

live("Pulumi.prod-recovery.yaml");
