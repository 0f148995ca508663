import { createPhotoResponse } from '#lib/server/contributions/photos.ts';
import { demandProblemAccess } from '#lib/server/contributions/require-problem.ts';
import { database } from '#lib/server/db/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { row } = await demandProblemAccess(event, 'problem.read');
	return createPhotoResponse(database(), row.id);
};
