/** A line that breaks is one visitor's trouble: no stream's error that nobody listened for ends the process. */
import { failure } from '../src/lib/server/log/index.ts';

const OF_A_LINE = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ABORT_ERR']);

/** Everything else that nobody caught ends the process, as it does without this: what was going on then is not known. */
export function outliveStreamErrors(): void {
	process.on('uncaughtException', (error: unknown) => {
		if (isOfStream(error)) return failure('stream.failed', error);
		console.error(error);
		process.exit(1);
	});
}

/** Node's own codes for streams, those of compression, and those of a line that is gone. */
function isOfStream(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return OF_A_LINE.has(code) || /^(ERR_STREAM_|ERR_HTTP_|Z_)/.test(code);
}
