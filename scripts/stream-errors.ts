/** Keeps the process alive when a client's connection breaks. */
import { logFailure } from '#lib/server/log/index.ts';

const OF_A_LINE = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ABORT_ERR']);

/** Logs uncaught stream errors. Any other uncaught error ends the process, whose state is then unknown. */
export function surviveStreamErrors(): void {
	process.on('uncaughtException', (error: unknown) => {
		if (isOfStream(error)) return logFailure('stream.failed', error);
		console.error(error);
		process.exit(1);
	});
}

/** Recognises Node's stream and HTTP codes, those of compression, and those of broken connections. */
function isOfStream(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return OF_A_LINE.has(code) || /^(ERR_STREAM_|ERR_HTTP_|Z_)/.test(code);
}
