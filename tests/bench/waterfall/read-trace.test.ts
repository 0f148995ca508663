import { expect, test } from 'vitest';
import { formatWaterfall } from './format.ts';
import { readStartTrace } from './read-trace.ts';

const PAGE_ADDRESS = 'http://localhost:1/fr';
const NAVIGATION_MICROSECONDS = 1_000_000;

const threadIds = { pid: 1, tid: 2 };
/** A task; both times are milliseconds, `at` after the navigation began. */
const createTaskEvent = (name: string, at: number, duration: number) => ({
	...threadIds,
	name,
	ph: 'X',
	ts: NAVIGATION_MICROSECONDS + at * 1000,
	dur: duration * 1000
});
const createRequestEvent = (name: string, at: number, data: object) => ({
	...threadIds,
	name,
	ph: 'I',
	ts: NAVIGATION_MICROSECONDS + at * 1000,
	args: { data: { requestId: '7', ...data } }
});
const trace = {
	traceEvents: [
		{ ...threadIds, name: 'thread_name', ph: 'M', args: { name: 'CrRendererMain' } },
		{
			...threadIds,
			name: 'navigationStart',
			ph: 'R',
			ts: NAVIGATION_MICROSECONDS,
			args: { data: { documentLoaderURL: PAGE_ADDRESS } }
		},
		'not an event',
		createTaskEvent('RunTask', 25, 100),
		createTaskEvent('EvaluateScript', 35, 60),
		createTaskEvent('RunTask', 900, 10),
		createRequestEvent('ResourceSendRequest', 10, { url: `${PAGE_ADDRESS}/app.js?v=1` }),
		createRequestEvent('ResourceFinish', 160, { encodedDataLength: 4000 })
	]
};

test('a task’s time excludes nested tasks, and the busy slices add up to the total work', () => {
	const { threads } = readStartTrace(trace, PAGE_ADDRESS, 500);
	expect(threads).toEqual([
		{
			name: 'CrRendererMain 1',
			busyBySlice: [25, 50, 25],
			kinds: [
				{ kind: 'EvaluateScript', milliseconds: 60 },
				{ kind: 'RunTask', milliseconds: 40 }
			]
		}
	]);
});

test('a file is read with path, times and size, and drawn at the time of its fetch', () => {
	const { files, threads } = readStartTrace(trace, PAGE_ADDRESS, 500);
	expect(files).toEqual([{ path: '/fr/app.js', start: 10, end: 160, kilobytes: 4 }]);
	const lines = formatWaterfall({ name: 'a start', marks: { readable: 1, scene: 2, editable: 3 }, files, threads });
	expect(lines[1]).toMatch(/^\/fr\/app\.js 4 kB +\|──── 10 to 160$/);
	expect(lines[2]).toMatch(/^CrRendererMain 1 +\|▄█▄$/);
});

test('a trace of another page is refused', () => {
	expect(() => readStartTrace(trace, 'http://localhost:1/en', 500)).toThrow('no navigation');
});
