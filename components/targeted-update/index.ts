export { mapPresent } from "./map-present";
