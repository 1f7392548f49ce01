import { live } from "../live";

live("examples/ai-prism/Pulumi.ai-prism-prod.yaml");
