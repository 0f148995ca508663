/** Whether `npm run soak` asks for the full amounts; `npm test` runs the same tests in small. */
export const isSoak = process.env['BRAISE_SOAK'] !== undefined;
