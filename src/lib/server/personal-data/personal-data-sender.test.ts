/** Tests that a person's data is sent whole, and that each person has only one download at a time. */
import { expect, test } from 'vitest';
import { PersonalDataSender } from './personal-data-sender.ts';

const readStreamText = (body: ReadableStream<Uint8Array<ArrayBuffer>> | undefined) => new Response(body ?? null).text();

test('a text arrives whole, whatever stands where it is cut', async () => {
	const text = `a${'🔥'.repeat(100_000)}é`;
	expect(await readStreamText(await new PersonalDataSender().sendTo('lou', () => Promise.resolve(text)))).toBe(text);
	expect(await readStreamText(await new PersonalDataSender().sendTo('lou', () => Promise.resolve('')))).toBe('');
});

test('one is on its way to a person at a time, and the next may be asked for once it was read, given up or failed', async () => {
	const sender = new PersonalDataSender();
	const write = () => Promise.resolve('x'.repeat(200_000));
	const firstBody = await sender.sendTo('lou', write);
	expect(await sender.sendTo('lou', write)).toBeUndefined();
	expect(await readStreamText(await sender.sendTo('noor', write))).toHaveLength(200_000);
	await readStreamText(firstBody);
	const secondBody = await sender.sendTo('lou', write);
	await secondBody?.cancel();
	await expect(sender.sendTo('lou', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await sender.sendTo('lou', write)).toBeDefined();
});
