import { live } from "../live";

live("examples/booking-platform/Pulumi.booking-prod.yaml");
