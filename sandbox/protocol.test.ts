import { expect, test } from 'vitest';
import { ProtocolError, readMessageFromCheckRun, readMessageFromRun, readMessageFromWorker } from './protocol.ts';

test('a malformed message is refused', () => {
	for (const message of [null, 'drawn', 7, {}, { type: 'eval' }])
		expect(() => readMessageFromRun(message)).toThrow(ProtocolError);
});

test.each([
	['an object instead of a list', { best: '1' }],
	['a number instead of a text', [['best', 1]]],
	['an item of three parts', [['best', '1', 'x']]],
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

test('stored items arrive unchanged, whatever their keys', () => {
	const items = [
		['__proto__', '{}'],
		['constructor', '1'],
		['', 'x'.repeat(19_000)]
	];
	expect(readMessageFromRun({ type: 'stored', items, more: 1 })).toEqual({ type: 'stored', items });
	expect(Reflect.get({}, 'best')).toBeUndefined();
});

test.each([
	['no note', undefined],
	['a text', 'A4'],
	['an inaudible frequency', { frequency: 30_000, seconds: 1, wave: 'sine' }],
	['an endless note', { frequency: 440, seconds: Infinity, wave: 'sine' }],
	['an unknown wave', { frequency: 440, seconds: 1, wave: 'custom' }]
])('a note that playNote could not have played is refused: %s', (_, note) => {
	expect(() => readMessageFromWorker({ type: 'note', note })).toThrow(ProtocolError);
});

test.each([
	['no command', undefined],
	['an unknown action', { path: 'a.mp3', action: 'record', volume: 1 }],
	['too high a volume', { path: 'a.mp3', action: 'play', volume: 100 }],
	['a number as its path', { path: 7, action: 'play', volume: 1 }]
])('a command to a sound that loadSound could not have given is refused: %s', (_, command) => {
	expect(() => readMessageFromWorker({ type: 'sound-command', command })).toThrow(ProtocolError);
});

test('a worker’s message that it was stopped, or that its sound is heard, is refused', () => {
	expect(() => readMessageFromWorker({ type: 'stopped', reason: 'asked' })).toThrow(ProtocolError);
	expect(() => readMessageFromWorker({ type: 'sound', isHeard: true })).toThrow(ProtocolError);
});

test('unknown fields of a message are dropped', () => {
	const message = readMessageFromRun({ type: 'drawn', frame: 3, description: ['a', 7], html: '<b>' });
	expect(message).toEqual({ type: 'drawn', frame: 3, description: ['a', ''] });
});

test('values of the wrong type in check results become harmless defaults', () => {
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

test('a console line of many long values is limited in its total length', () => {
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
	['that is half a pixel wide', { width: 0.5, height: 2, pixels: new Uint8ClampedArray(4) }],
	['too large to be shown', { width: 100_000, height: 1, pixels: new Uint8ClampedArray(400_000) }],
	['with pixels of another type', { width: 1, height: 1, pixels: [0, 0, 0, 0] }]
])('a picture %s is refused', (_, picture) => {
	expect(() => readMessageFromRun({ type: 'picture', picture })).toThrow(ProtocolError);
});

test('a picture message may contain no picture', () => {
	expect(readMessageFromRun({ type: 'picture', picture: null })).toEqual({ type: 'picture', picture: null });
});

test('a picture keeps only its size and its pixels', () => {
	const pixels = new Uint8ClampedArray([1, 2, 3, 4]);
	expect(readMessageFromRun({ type: 'picture', picture: { width: 1, height: 1, pixels, name: 'x' } })).toEqual({
		type: 'picture',
		picture: { width: 1, height: 1, pixels }
	});
});
