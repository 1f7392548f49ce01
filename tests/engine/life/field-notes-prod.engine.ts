import { live } from "../live";

live("examples/field-notes/Pulumi.field-notes-prod.yaml");
