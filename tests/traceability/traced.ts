import type { Traced } from "./assertion";
import { insightshop } from "./assertions/insightshop";
import { pmDocumentIntelligence } from "./assertions/pm-document-intelligence";

/** The applications that have stacks, with what those are held to. */
export const TRACED: readonly Traced[] = [insightshop, pmDocumentIntelligence];
