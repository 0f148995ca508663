import { demand } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { gather, gathering } from '#lib/server/personal-data/gather.ts';
import { Sending } from '#lib/server/personal-data/part-stream.ts';
import type { RequestHandler } from './$types';

const sending = new Sending();
/** Seconds after which a running download has usually ended. */
const LATER = '10';

export const GET: RequestHandler = async (event) => {
	const { id } = demand(event, 'account.export', ['self']);
	const write = async () => JSON.stringify(await gather(database(), id, new Date()), null, '\t');
	const body = await sending.to(id, () => gathering.run(write));
	if (body === undefined) return new Response(null, { status: 429, headers: { 'retry-after': LATER } });
	return new Response(body, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="braise-data.json"',
			'cache-control': 'no-store'
		}
	});
};
