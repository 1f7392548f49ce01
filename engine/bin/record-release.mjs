// Records what the present version deploys, so that later versions are tried on it: `npm run release:record`.
import { withEngine } from "./with-engine.mjs";

await withEngine(["--import", "tsx", "engine/record-release.ts"]);
