/** Tells whether database and judge answer, with status 503 if one does not. */
import { json } from '@sveltejs/kit';
import { version } from '$app/environment';
import { checkHealth } from '#lib/server/health.ts';

export const GET = async () => {
	const { database, judge } = await checkHealth();
	const isWell = database === 'ok' && judge === 'ok';
	return json(
		{ status: isWell ? 'ok' : 'unwell', version, database, judge },
		{ status: isWell ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
