import { live } from "../live";

live("examples/insightshop/Pulumi.insightshop-prod.yaml");
