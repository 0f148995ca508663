import { expect, test } from 'vitest';
import { PersonalDataSender } from './personal-data-sender.ts';

const textOf = (body: ReadableStream<Uint8Array<ArrayBuffer>> | undefined) => new Response(body ?? null).text();

test('a text arrives whole, whatever stands where it is cut', async () => {
	const text = `a${'🔥'.repeat(100_000)}é`;
	expect(await textOf(await new PersonalDataSender().sendTo('lou', () => Promise.resolve(text)))).toBe(text);
	expect(await textOf(await new PersonalDataSender().sendTo('lou', () => Promise.resolve('')))).toBe('');
});

test('one is on its way to a person at a time, and the next may be asked for once it was read, given up or failed', async () => {
	const sending = new PersonalDataSender();
	const write = () => Promise.resolve('x'.repeat(200_000));
	const first = await sending.sendTo('lou', write);
	expect(await sending.sendTo('lou', write)).toBeUndefined();
	expect(await textOf(await sending.sendTo('noor', write))).toHaveLength(200_000);
	await textOf(first);
	const second = await sending.sendTo('lou', write);
	await second?.cancel();
	await expect(sending.sendTo('lou', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await sending.sendTo('lou', write)).toBeDefined();
});
