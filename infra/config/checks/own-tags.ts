import { at, type Check, type Fault } from "../draft";
import { isPlatformTag } from "../platform-tags";

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const MOST_TAGS = 50;
/** What the platform itself adds: four of every stack, two objectives, an end, and a name, a tier or a service. */
const OF_PLATFORM = 10;

/** Tags are the application's own, and no more than AWS takes beside those of the platform. */
export const ownTags: Check = ({ sections: { tags = {}, reasons = {} } }) => {
  const names = Object.keys(tags);
  const most = MOST_TAGS - OF_PLATFORM - Object.keys(reasons).length;
  const taken = names.filter(isPlatformTag).map((name): Fault => ({
    path: at("tags", name),
    involves: [],
    got: "a tag that the platform sets itself",
    expected: "a name of your own: others are told apart by what the platform writes there",
    fix: "rename or remove the tag",
  }));
  const tooMany: Fault = {
    path: at("tags"),
    involves: [at("reasons")],
    got: `${names.length} tags`,
    expected: `at most ${most}: AWS takes ${MOST_TAGS}, and the platform needs ${OF_PLATFORM} and one for each reason`,
    fix: "remove some of them",
  };
  return names.length > most ? [...taken, tooMany] : taken;
};
