/** `npm run build`: the production build. `npm start` makes it by itself where it is missing or old. */
import { build } from './build.ts';

process.exitCode = await build();
