import { type CaseResource, type Properties, UNKNOWN } from "../../kernel/cases";
import { BUCKET } from "../../kernel/tokens";

const [BUCKET_TYPE = "", BUCKET_V2 = ""] = BUCKET;

/** A bucket in a case's stack. */
export const bucket = (props: Properties = {}, name = "assets"): CaseResource => ({ type: BUCKET_TYPE, name, props });

/** The same of the older twin. */
export const bucketV2 = (props: Properties = {}, name = "assets"): CaseResource => ({ type: BUCKET_V2, name, props });

/** A resource that carries a setting of a bucket, by reference. */
export const setting = (type: string | undefined, props: Properties = {}, of = "assets"): CaseResource => ({
  type: type ?? "",
  name: `${of}-setting`,
  props: { bucket: UNKNOWN, ...props },
  refers: { bucket: of },
});

/** The same without a reference: nobody knows yet of which bucket. */
export const settingOfSome = (type: string | undefined, props: Properties = {}): CaseResource => ({
  type: type ?? "",
  name: "setting",
  props: { bucket: UNKNOWN, ...props },
});
