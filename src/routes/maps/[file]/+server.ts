/** Serves a map that a project may add to its files: see docs/libraries.md. */
import { error } from '@sveltejs/kit';
import { findReadyMadeMap } from '#lib/domain/ready-made.ts';
import { loadReadyMapText } from '#lib/server/content/ready-map-file.ts';

export const prerender = false;

export const GET = async ({ url }) => {
	const readyMap = findReadyMadeMap(url.pathname);
	if (readyMap === undefined) error(404);
	return new Response(await loadReadyMapText(readyMap.map, readyMap.language), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'public, max-age=31536000, immutable'
		}
	});
};
