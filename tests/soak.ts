/** Whether `npm run soak` asked for full amounts. `npm test` runs the same tests with small ones. */
export const isSoakRun = process.env['BRAISE_SOAK'] !== undefined;
