import type { Chapter } from "./line";
import { access } from "./lines/access";
import { application } from "./lines/application";
import { data } from "./lines/data";
import { edge } from "./lines/edge";
import { operations } from "./lines/operations";

/** The guides' hardening checklists, line by line, with what answers each. */
export const checklist: readonly Chapter[] = [application, edge, access, data, operations];
