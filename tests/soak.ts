/** Whether `npm run soak` asked for full amounts and for the long tests, which `npm test` leaves out. */
export const isSoakRun = process.env['BRAISE_SOAK'] !== undefined;
