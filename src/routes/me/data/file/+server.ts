import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { gatherPersonalData, gatherLimiter } from '#lib/server/personal-data/gather-personal-data.ts';
import { PersonalDataSender } from '#lib/server/personal-data/personal-data-sender.ts';
import type { RequestHandler } from './$types';

const personalDataSender = new PersonalDataSender();
/** Seconds after which another attempt is worthwhile, because a running download has usually ended. */
const RETRY_SECONDS = '10';

export const GET: RequestHandler = async (event) => {
	const { id } = demandAccess(event, 'account.export', ['self']);
	const writePersonalData = async () =>
		JSON.stringify(await gatherPersonalData(database(), id, new Date()), null, '\t');
	const body = await personalDataSender.sendTo(id, () => gatherLimiter.run(writePersonalData));
	if (body === undefined) return new Response(null, { status: 429, headers: { 'retry-after': RETRY_SECONDS } });
	return new Response(body, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="braise-data.json"',
			'cache-control': 'no-store'
		}
	});
};
