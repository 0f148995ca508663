import { expect, test } from 'vitest';
import type { TeacherDebate } from '#lib/domain/debate.ts';
import { countClassProgress, type ProgressRow } from '#lib/domain/progress.ts';
import {
	toSentBoardRow,
	parseClassDebate,
	parseTeacherDebate,
	parseOwnBoardRowEvent,
	parseClassProgress,
	parseBoardRowsEvent
} from './watch-events.ts';

const createMember = (id: string) => ({ id, pseudonym: id.toUpperCase(), key: id });
const rowOfLoneStudent: ProgressRow = {
	members: [createMember('a')],
	progress: {
		step: 'build',
		done: ['discover'],
		passed: 1,
		checks: 2,
		lastActivity: 1,
		lastProgress: 1,
		help: { since: 1, seen: false }
	},
	submission: { id: 's', state: 'returned', turn: 2, verdict: 'v' }
};
const rowOfPair: ProgressRow = { members: [createMember('a'), createMember('b')], progress: null, submission: null };
const teacherDebate: TeacherDebate = {
	phase: 'talking',
	since: 1,
	chosen: { before: 1, after: 0 },
	before: [{ option: 'paper', count: 1 }],
	after: [],
	flows: [{ from: 'paper', to: 'paper', count: 1 }],
	shown: [],
	answerSince: 3,
	positions: [{ place: 'p', option: 'paper', text: '<b>', shown: true }],
	given: 1
};

test('the server’s events are parsed as they were written', () => {
	const rowsEvent = { now: 1, whole: true, rows: [rowOfLoneStudent, rowOfPair] };
	expect(parseBoardRowsEvent({ ...rowsEvent, rows: rowsEvent.rows.map(toSentBoardRow) })).toEqual(rowsEvent);
	expect(parseOwnBoardRowEvent({ now: 1, row: toSentBoardRow(rowOfPair) })).toEqual({ now: 1, row: rowOfPair });
	expect(parseTeacherDebate(teacherDebate)).toEqual(teacherDebate);
	expect(parseTeacherDebate(null)).toBeNull();
	expect(parseClassProgress(countClassProgress([rowOfLoneStudent, rowOfPair], ['build']))).toEqual(
		countClassProgress([rowOfLoneStudent, rowOfPair], ['build'])
	);
});

test('a row sends its progress under the field name that earlier pages read', () => {
	expect(toSentBoardRow(rowOfLoneStudent)).toEqual({
		members: rowOfLoneStudent.members,
		standing: rowOfLoneStudent.progress,
		submission: rowOfLoneStudent.submission
	});
});

test('a debate sent by an earlier version of the server is parsed without an answer', () => {
	const { answerSince: _, ...earlier } = teacherDebate;
	expect(parseClassDebate(earlier)).toMatchObject({ phase: 'talking', answerSince: null });
});

test('events that the server never sends are ignored', () => {
	for (const input of [
		undefined,
		'<html>',
		{},
		{ now: 1, whole: true, rows: [{}] },
		{ now: '1', whole: true, rows: [] }
	]) {
		expect(parseBoardRowsEvent(input)).toBeUndefined();
		expect(parseOwnBoardRowEvent(input)).toBeUndefined();
		expect(parseTeacherDebate(input)).toBeUndefined();
		expect(parseClassProgress(input)).toBeUndefined();
	}
	expect(parseClassDebate(teacherDebate), 'a class has no list to pick from').not.toHaveProperty('positions');
});
