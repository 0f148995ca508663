import { demand } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { gather } from '#lib/server/personal-data/gather.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { id } = demand(event, 'account.export', ['self']);
	const data = await gather(database(), id, new Date());
	return new Response(JSON.stringify(data, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="braise-data.json"',
			'cache-control': 'no-store'
		}
	});
};
