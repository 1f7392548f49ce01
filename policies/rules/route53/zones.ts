import type { Subject } from "../../kernel/subject";

export const ZONE = "aws:route53/zone:Zone";

/** Whether the whole internet may ask a zone: it belongs to no VPC. */
export const isPublicZone = ({ props }: Subject): boolean => props.at("vpcs").list().length === 0;
