import { at, type Check } from "../draft";
import { keyText } from "../key-path";

/** RDS asks for a tenth of room between storage and its bound. */
export const databaseSettings: Check = ({ sections: { database } }) => {
  if (!database) return [];
  const storage = at("database", "storage");
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
  const least = Math.ceil((database.storage * 11) / 10);
  if (database.maxStorage >= least) return [];
  return [
    {
      path: at("database", "maxStorage"),
      involves: [storage],
      got: `${database.maxStorage} GiB, with ${keyText(storage)} ${database.storage}`,
      expected: `at least ${least}, a tenth more than the storage`,
      fix: "raise maxStorage, or remove it to get twice the storage",
    },
  ];
};
