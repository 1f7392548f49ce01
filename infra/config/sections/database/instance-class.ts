import { text } from "../../accepted";

const SIZES = "large|(?:2|4|6|8|10|12|16|24|32|48)?xlarge";

/** Families and sizes of https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html. */
export const INSTANCE_CLASS = new RegExp(
  `^db\\.(?:t[34]g?\\.(?:micro|small|medium|large|2?xlarge)|[cmrx]\\d[a-z]*\\.(?:${SIZES}))$`,
);

export const instanceClass = () => text(INSTANCE_CLASS, "a class of RDS for PostgreSQL, such as db.r6g.xlarge");
