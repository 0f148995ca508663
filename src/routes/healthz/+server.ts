import { json } from '@sveltejs/kit';
import { version } from '$app/environment';
import { health } from '#lib/server/health.ts';

export const GET = async () => {
	const { database, judge } = await health();
	const isWell = database === 'ok' && judge === 'ok';
	return json(
		{ status: isWell ? 'ok' : 'unwell', version, database, judge },
		{ status: isWell ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
