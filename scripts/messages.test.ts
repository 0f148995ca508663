import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const messagesFolder = 'messages';
const messageFilePrefixes = readdirSync(messagesFolder)
	.filter((name) => name.endsWith('fr.json'))
	.map((name) => name.replace('fr.json', ''));

function readMessages(name: string): Map<string, unknown> {
	const content: unknown = JSON.parse(readFileSync(join(messagesFolder, name), 'utf8'));
	return new Map(Object.entries(content as object));
}

/** Returns the names of a message's placeholders, in all its plural forms. */
function listPlaceholders(message: unknown): string[] {
	return [...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}

test('the messages folder contains the main French file', () => {
	expect(messageFilePrefixes).toContain('');
});

test.each(messageFilePrefixes)(
	'messages/%s*.json have the same keys and placeholders in both languages',
	(filePrefix) => {
		const french = readMessages(`${filePrefix}fr.json`);
		const english = readMessages(`${filePrefix}en.json`);
		expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
		for (const [key, message] of french)
			expect(listPlaceholders(english.get(key)), key).toEqual(listPlaceholders(message));
	}
);

test.each(messageFilePrefixes.flatMap((filePrefix) => [`${filePrefix}fr.json`, `${filePrefix}en.json`]))(
	'messages/%s has no empty message',
	(name) => {
		expect([...readMessages(name)].filter(([, message]) => message === '').map(([key]) => key)).toEqual([]);
	}
);

test('no message key is in two files', () => {
	const keys = messageFilePrefixes
		.flatMap((filePrefix) => [...readMessages(`${filePrefix}fr.json`).keys()])
		.filter((key) => key !== '$schema');
	expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test.each(messageFilePrefixes)('messages/%sfr.json has no breaking space before : ; ? ! » or after «', (filePrefix) => {
	const messagesThatMayBreak = [...readMessages(`${filePrefix}fr.json`)].filter(([, message]) =>
		/« | [:;?!»]/.test(JSON.stringify(message))
	);
	expect(messagesThatMayBreak.map(([key]) => key)).toEqual([]);
});

function listTextsOfAllForms(message: unknown): string[] {
	if (typeof message === 'string') return [message];
	if (!Array.isArray(message)) return [];
	return message.flatMap((form: unknown) => {
		const { match } = Object(form) as { match?: Record<string, unknown> };
		return Object.values(match ?? {}).map(String);
	});
}

test.each(messageFilePrefixes)(
	'in messages/%sfr.json spaces stand before : ; ? ! » and after «, and the apostrophe is ’',
	(filePrefix) => {
		const missingSpaceOrApostrophe = /[^\s](?:[;?!»]|:(?=\s|$))|«(?![\u00a0\u202f])|\p{L}'\p{L}/u;
		const wrongMessages = [...readMessages(`${filePrefix}fr.json`)].filter(([, message]) =>
			listTextsOfAllForms(message).some((text) => missingSpaceOrApostrophe.test(text))
		);
		expect(wrongMessages.map(([key]) => key)).toEqual([]);
	}
);

test.each(messageFilePrefixes)('messages/%sfr.json uses no point médian', (filePrefix) => {
	expect(
		[...readMessages(`${filePrefix}fr.json`)].filter(([, message]) => /\p{L}·\p{L}/u.test(JSON.stringify(message)))
	).toEqual([]);
});

test.each(messageFilePrefixes.flatMap((filePrefix) => [`${filePrefix}fr.json`, `${filePrefix}en.json`]))(
	'messages/%s has no key twice',
	(name) => {
		// Of two equal keys, JSON parsing keeps only the last, so one message would be lost silently.
		const keys = [...readFileSync(join(messagesFolder, name), 'utf8').matchAll(/^\t"(\w+)":/gm)].map(([, key]) => key);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	}
);
