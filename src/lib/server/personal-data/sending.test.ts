import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';
import { Sending } from './sending.ts';

const textOf = (body: ReadableStream<Uint8Array<ArrayBuffer>> | undefined) => new Response(body ?? null).text();

test('a text arrives whole, whatever stands where it is cut', async () => {
	const text = `a${'🔥'.repeat(100_000)}é`;
	expect(await textOf(await new Sending().to('lou', () => Promise.resolve(text)))).toBe(text);
	expect(await textOf(await new Sending().to('lou', () => Promise.resolve('')))).toBe('');
});

test('one is on its way to a person at a time, and the next may be asked for once it was read, given up or failed', async () => {
	const sending = new Sending();
	const write = () => Promise.resolve('x'.repeat(200_000));
	const first = await sending.to('lou', write);
	expect(await sending.to('lou', write)).toBeUndefined();
	expect(await textOf(await sending.to('noor', write))).toHaveLength(200_000);
	await textOf(first);
	const second = await sending.to('lou', write);
	await second?.cancel();
	await expect(sending.to('lou', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await sending.to('lou', write)).toBeDefined();
});

test('what is done in turn never overlaps, also after one that failed', async () => {
	let running = 0;
	let most = 0;
	const act = async () => {
		most = Math.max(most, (running += 1));
		await new Promise((done) => setTimeout(done, 1));
		running -= 1;
	};
	const fails = inTurn(() => Promise.reject(new Error('no')));
	await expect(fails).rejects.toThrow('no');
	await Promise.all([inTurn(act), inTurn(act), inTurn(act)]);
	expect(most).toBe(1);
});
