import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Runs a process that executes `act`, and prints a moment later that it is still there. */
function runStreamErrorProcess(act: string) {
	const processSource = `const { surviveStreamErrors } = await import(${JSON.stringify(join(process.cwd(), 'scripts/stream-errors.ts'))});
		const { PassThrough } = await import('node:stream');
		const { createGzip } = await import('node:zlib');
		surviveStreamErrors();
		setImmediate(() => setImmediate(() => setImmediate(() => console.log('alive'))));
		${act}`;
	const { stdout, status } = spawnSync(
		process.execPath,
		['--import', 'tsx', '--input-type=module', '-e', processSource],
		{
			encoding: 'utf8',
			env: { ...process.env, LOG_LEVEL: 'silent' }
		}
	);
	return { isAlive: stdout.includes('alive'), status };
}

test.each([
	['a connection that is reset', `new PassThrough().destroy(Object.assign(new Error('cut'), { code: 'ECONNRESET' }));`],
	['writing to a compressed answer after its end', `const zip = createGzip(); zip.end(); zip.write('more');`],
	[
		'an unhandled rejection of a stream’s promise',
		`void Promise.reject(Object.assign(new Error(), { code: 'EPIPE' }));`
	]
])(
	'%s does not end the process',
	(_, act) => {
		expect(runStreamErrorProcess(act)).toEqual({ isAlive: true, status: 0 });
	},
	120_000
);

test('an uncaught error that is not a stream error ends the process with exit code 1', () => {
	expect(runStreamErrorProcess(`process.nextTick(() => { throw new Error('a mistake'); });`)).toEqual({
		isAlive: false,
		status: 1
	});
}, 120_000);
