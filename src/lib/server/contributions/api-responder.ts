/** Answers a teller's requests in the format that their browser parses. */
import { contributionApi } from '#lib/wire/contribution.ts';
import { createApiResponder } from '#lib/server/http/api.ts';

export const contributionResponder = createApiResponder(contributionApi);
