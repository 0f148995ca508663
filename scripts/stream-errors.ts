import { logFailure } from '#lib/server/log/index.ts';

const CONNECTION_ERROR_CODES = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ABORT_ERR']);

/** Logs uncaught errors of streams. Any other uncaught error ends the process, because its state is then unknown. */
export function surviveStreamErrors(): void {
	process.on('uncaughtException', (error: unknown) => {
		if (isStreamError(error)) return logFailure('stream.failed', error);
		console.error(error);
		process.exit(1);
	});
}

function isStreamError(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return CONNECTION_ERROR_CODES.has(code) || /^(ERR_STREAM_|ERR_HTTP_|Z_)/.test(code);
}
