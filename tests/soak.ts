/** `npm run soak` asks for the full figures; `npm test` does the same in small. */
export const isSoak = process.env['BRAISE_SOAK'] !== undefined;
