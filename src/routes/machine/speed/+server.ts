/** Serves incompressible bytes to measure the line's speed, and a compressible text. */
import { randomBytes } from 'node:crypto';
import type { RequestHandler } from './$types';

const HEADERS = { 'cache-control': 'no-store' };
const BYTES = 400_000;
const WORDS = 4_000;

export const GET: RequestHandler = ({ url }) =>
	url.searchParams.has('text')
		? new Response('braise '.repeat(WORDS), { headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
		: new Response(new Uint8Array(randomBytes(BYTES)), {
				headers: { ...HEADERS, 'content-type': 'application/octet-stream' }
			});
