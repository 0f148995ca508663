/** Whether `npm run test:more` asked for the tests tagged `@more`, which `npm test` leaves out. */
export const isMoreRun = process.env['BRAISE_MORE'] !== undefined;
/** Whether `npm run soak` asked for full amounts and for the long tests, which `npm test` leaves out. */
export const isSoakRun = process.env['BRAISE_SOAK'] !== undefined;
