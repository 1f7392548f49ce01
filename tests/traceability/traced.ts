import type { Traced } from "./assertion";
import { aiPrism } from "./assertions/ai-prism";
import { bookingPlatform } from "./assertions/booking-platform";
import { insightshop } from "./assertions/insightshop";
import { pmDocumentIntelligence } from "./assertions/pm-document-intelligence";
import { predictram } from "./assertions/predictram";

/** The applications that have stacks, with what those are held to. */
export const TRACED: readonly Traced[] = [aiPrism, bookingPlatform, insightshop, pmDocumentIntelligence, predictram];
