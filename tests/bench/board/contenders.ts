import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as v from 'valibot';
import type { ServedApp } from '../server.ts';
import type { BoardContender } from './contender.ts';
import { openEventStream, sendPutRequest } from './streams.ts';

/** Number of checks in each progress report: more than any change reports as passed. */
const REPORTED_CHECK_COUNT = 190;

const boardRowsSchema = v.object({
	rows: v.array(
		v.object({
			members: v.array(v.object({ id: v.string() })),
			standing: v.nullable(v.object({ passed: v.number() }))
		})
	)
});

export function createBraiseContender({ port, process: id }: ServedApp): BoardContender {
	const base = `http://localhost:${port}`;
	return {
		process: id,
		watchBoard: ({ classId, assignment, teacher }, onEvent) =>
			openEventStream(
				`${base}/fr/classes/${classId}/assignments/${assignment}/events?view=board`,
				teacher.cookie,
				onEvent
			),
		watchStudentRow: ({ assignment }, { cookie }, onEvent) =>
			openEventStream(`${base}/api/assignments/${assignment}/events`, cookie, onEvent),
		async sendChange({ lesson, student, passed }) {
			const body = {
				format: 1,
				account: student.account,
				step: 'build',
				done: [],
				passed,
				checks: REPORTED_CHECK_COUNT
			};
			const headers = { cookie: student.cookie, origin: base };
			return (
				(await sendPutRequest(
					`${base}/api/assignments/${lesson.assignment}/progress`,
					headers,
					JSON.stringify(body)
				)) === 200
			);
		},
		readChangesOfEvent: ({ name, data }) => (name === 'rows' ? parseProgressChanges(data) : [])
	};
}

function parseProgressChanges(data: unknown): [string, number][] {
	const parsedRows = v.safeParse(boardRowsSchema, data);
	if (!parsedRows.success) return [];
	return parsedRows.output.rows.flatMap(({ members: [member], standing: progress }) =>
		member && progress ? [[member.id, progress.passed] as [string, number]] : []
	);
}

/** Starts the bare server. Its rows are as long as Braise's. */
export async function startBareContender(): Promise<BoardContender & { close(): Promise<void> }> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/board/bare.ts'], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [output] = (await once(child.stdout, 'data')) as [Buffer];
	const base = `http://localhost:${/port (\d+)/.exec(output.toString())?.[1] ?? ''}`;
	return {
		process: child.pid ?? 0,
		watchBoard: ({ classId }, onEvent) => openEventStream(`${base}/?who=${classId}`, '', onEvent),
		watchStudentRow: (_, { member }, onEvent) => openEventStream(`${base}/?who=${member}`, '', onEvent),
		async sendChange({ lesson, student: { member, account }, passed }) {
			const progress = {
				step: 'build',
				done: [],
				passed,
				checks: REPORTED_CHECK_COUNT,
				lastActivity: Date.now(),
				lastProgress: 0
			};
			const row = { members: [{ id: member, pseudonym: account, key: account }], standing: progress, submission: null };
			const body = JSON.stringify({ now: Date.now(), whole: false, rows: [row] });
			return (await sendPutRequest(`${base}/?who=${lesson.classId}&who=${member}`, {}, body)) === 200;
		},
		readChangesOfEvent: ({ data }) => parseProgressChanges(data),
		async close() {
			child.kill('SIGTERM');
			if (child.exitCode === null) await once(child, 'exit');
		}
	};
}
