/** Serves a library's file unchanged, as its makers built it: see docs/libraries.md. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { error } from '@sveltejs/kit';
import { LIBRARY_PATH_BY_FILE_NAME } from '#sandbox/libraries/files.ts';

export const prerender = false;

export const GET = async ({ params }) => {
	const path = Object.hasOwn(LIBRARY_PATH_BY_FILE_NAME, params.file)
		? LIBRARY_PATH_BY_FILE_NAME[params.file]
		: undefined;
	if (path === undefined) error(404);
	const text = await readFile(join('node_modules', path), 'utf8');
	const type = path.endsWith('.js') ? 'text/javascript' : 'text/plain';
	return new Response(text, {
		headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=31536000, immutable' }
	});
};
