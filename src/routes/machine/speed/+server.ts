/** Serves incompressible bytes to measure the network's speed, and a compressible text to test compression. */
import { randomBytes } from 'node:crypto';
import type { RequestHandler } from './$types';

const NO_STORE_HEADERS = { 'cache-control': 'no-store' };
const RANDOM_BYTE_COUNT = 400_000;
const REPEATED_WORD_COUNT = 4_000;

export const GET: RequestHandler = ({ url }) =>
	url.searchParams.has('text')
		? new Response('braise '.repeat(REPEATED_WORD_COUNT), {
				headers: { ...NO_STORE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }
			})
		: new Response(new Uint8Array(randomBytes(RANDOM_BYTE_COUNT)), {
				headers: { ...NO_STORE_HEADERS, 'content-type': 'application/octet-stream' }
			});
