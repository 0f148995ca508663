/** Tests that malformed messages from the sandbox are refused or made harmless, and that oversized messages are cut. */
import { expect, test } from 'vitest';
import { ProtocolError, readMessageFromCheckRun, readMessageFromRun, readMessageFromWorker } from './protocol.ts';

test('a malformed message is refused', () => {
	for (const message of [null, 'drawn', 7, {}, { type: 'eval' }])
		expect(() => readMessageFromRun(message)).toThrow(ProtocolError);
});

test.each([
	['no list', { best: '1' }],
	['a number as a text', [['best', 1]]],
	['a third part', [['best', '1', 'x']]],
	[
		'one key twice',
		[
			['best', '1'],
			['best', '2']
		]
	],
	['101 keys', Array.from({ length: 101 }, (_, at) => [`key ${at}`, ''])],
	['20,001 characters', [['k', 'x'.repeat(20_000)]]]
])('items that a program could not have kept are refused: %s', (_, items) => {
	expect(() => readMessageFromWorker({ type: 'stored', items })).toThrow(ProtocolError);
	expect(() => readMessageFromRun({ type: 'stored', items })).toThrow(ProtocolError);
});

test('items come as they were kept, whatever their keys', () => {
	const items = [
		['__proto__', '{}'],
		['constructor', '1'],
		['', 'x'.repeat(19_000)]
	];
	expect(readMessageFromRun({ type: 'stored', items, more: 1 })).toEqual({ type: 'stored', items });
	expect(Reflect.get({}, 'best')).toBeUndefined();
});

test.each([
	['none', undefined],
	['text', 'A4'],
	['a frequency that nobody hears', { frequency: 30_000, seconds: 1, wave: 'sine' }],
	['a note without end', { frequency: 440, seconds: Infinity, wave: 'sine' }],
	['a wave of its own', { frequency: 440, seconds: 1, wave: 'custom' }]
])('a note that playNote could not have played is refused: %s', (_, note) => {
	expect(() => readMessageFromWorker({ type: 'note', note })).toThrow(ProtocolError);
});

test.each([
	['none', undefined],
	['an unknown action', { path: 'a.mp3', action: 'record', volume: 1 }],
	['too loud', { path: 'a.mp3', action: 'play', volume: 100 }],
	['no path', { path: 7, action: 'play', volume: 1 }]
])('a command to a sound that loadSound could not have given is refused: %s', (_, command) => {
	expect(() => readMessageFromWorker({ type: 'sound-command', command })).toThrow(ProtocolError);
});

test('a worker cannot say that it was stopped or heard', () => {
	expect(() => readMessageFromWorker({ type: 'stopped', reason: 'asked' })).toThrow(ProtocolError);
	expect(() => readMessageFromWorker({ type: 'sound', isHeard: true })).toThrow(ProtocolError);
});

test('fields that nobody asked for are left behind', () => {
	const message = readMessageFromRun({ type: 'drawn', frame: 3, description: ['a', 7], html: '<b>' });
	expect(message).toEqual({ type: 'drawn', frame: 3, description: ['a', ''] });
});

test('wrong kinds become harmless values', () => {
	const message = readMessageFromCheckRun({
		type: 'results',
		results: [{ path: ['a', 7], status: 'won', console: 'none', duration: 'long', problem: { kind: 'magic' } }]
	});
	expect(message).toEqual({
		type: 'results',
		results: [{ path: ['a', ''], status: 'error', console: [], duration: 0, problem: { kind: 'crash', message: '' } }]
	});
});

test('long texts, long lists and deep values are cut', () => {
	let deepValue: unknown = { kind: 'number', text: '1' };
	for (let depth = 0; depth < 100; depth++)
		deepValue = { kind: 'object', text: '{}', entries: [{ key: 'k', value: deepValue }] };
	const message = readMessageFromRun({
		type: 'console',
		dropped: Infinity,
		entries: Array.from({ length: 5000 }, () => ({
			level: 'log',
			times: 1,
			values: [deepValue, { kind: 'string', text: 'x'.repeat(1e6) }]
		}))
	});
	expect(JSON.stringify(message).length).toBeLessThan(4_000_000);
	expect(message).toMatchObject({ type: 'console', dropped: 0 });
	expect(JSON.stringify(message).match(/"k"/g)?.length ?? 0).toBeLessThan(200 * 10);
});

test('one line of many long values is cut as a whole', () => {
	const longValue = { kind: 'string', text: 'x'.repeat(10_000) };
	const listValue = (depth: number): unknown => ({
		kind: 'list',
		text: '',
		entries: Array.from({ length: 30 }, (_, index) => ({
			key: String(index),
			value: depth === 0 ? longValue : listValue(depth - 1)
		}))
	});
	const values = Array.from({ length: 50 }, () => listValue(2));
	const message = readMessageFromRun({ type: 'console', dropped: 0, entries: [{ level: 'log', times: 1, values }] });
	expect(JSON.stringify(message).length).toBeLessThan(400_000);
});

test.each([
	['without pixels', { width: 2, height: 1 }],
	['with too few pixels', { width: 2, height: 1, pixels: new Uint8ClampedArray(4) }],
	['of half a pixel', { width: 0.5, height: 2, pixels: new Uint8ClampedArray(4) }],
	['too large to be shown', { width: 100_000, height: 1, pixels: new Uint8ClampedArray(400_000) }],
	['of other bytes', { width: 1, height: 1, pixels: [0, 0, 0, 0] }]
])('a picture %s is refused', (_, picture) => {
	expect(() => readMessageFromRun({ type: 'picture', picture })).toThrow(ProtocolError);
});

test('there may be no picture', () => {
	expect(readMessageFromRun({ type: 'picture', picture: null })).toEqual({ type: 'picture', picture: null });
});

test('a picture is its size and its pixels', () => {
	const pixels = new Uint8ClampedArray([1, 2, 3, 4]);
	expect(readMessageFromRun({ type: 'picture', picture: { width: 1, height: 1, pixels, name: 'x' } })).toEqual({
		type: 'picture',
		picture: { width: 1, height: 1, pixels }
	});
});
