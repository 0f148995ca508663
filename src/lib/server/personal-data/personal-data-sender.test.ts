/** Tests that a person's data is sent whole, and that each person has only one download at a time. */
import { expect, test } from 'vitest';
import { PersonalDataSender } from './personal-data-sender.ts';

const readStreamText = (body: ReadableStream<Uint8Array<ArrayBuffer>> | undefined) => new Response(body ?? null).text();

test('a long text arrives whole, even when a piece of it ends within a character', async () => {
	const text = `a${'🔥'.repeat(100_000)}é`;
	expect(await readStreamText(await new PersonalDataSender().sendTo('lou', () => Promise.resolve(text)))).toBe(text);
	expect(await readStreamText(await new PersonalDataSender().sendTo('lou', () => Promise.resolve('')))).toBe('');
});

test('a person has one download at a time, until it is read, cancelled or failed', async () => {
	const sender = new PersonalDataSender();
	const writePersonalData = () => Promise.resolve('x'.repeat(200_000));
	const firstBody = await sender.sendTo('lou', writePersonalData);
	expect(await sender.sendTo('lou', writePersonalData)).toBeUndefined();
	expect(await readStreamText(await sender.sendTo('noor', writePersonalData))).toHaveLength(200_000);
	await readStreamText(firstBody);
	const secondBody = await sender.sendTo('lou', writePersonalData);
	await secondBody?.cancel();
	await expect(sender.sendTo('lou', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await sender.sendTo('lou', writePersonalData)).toBeDefined();
});
