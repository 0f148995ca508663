import { expect, test } from 'vitest';
import { LIBRARY_VERSIONS, libraryNoticeOf } from '../libraries/files.ts';
import { writeOpeningComment } from './opening-comment.ts';

test('a take-home says how it was made, and where its pictures come from', () => {
	expect(writeOpeningComment('en', [])).toBe('<!-- Made with Braise. This file works without the internet. -->');
	expect(writeOpeningComment('fr', [['chat.jpg', 'Trouvée : ma tante · CC BY']])).toBe(
		'<!--\nFait avec Braise. Ce fichier marche sans Internet.\nSes images et ses sons :\n\tchat.jpg – Trouvée : ma tante · CC BY\n-->'
	);
});

test('a take-home names its libraries and their licences', () => {
	expect(writeOpeningComment('en', [], [libraryNoticeOf(LIBRARY_VERSIONS.p5[0])])).toBe(
		'<!--\nMade with Braise. This file works without the internet.\nIts libraries, under their own licences:\n\tp5.js 2.3.4 · LGPL-2.1 · https://github.com/processing/p5.js\n-->'
	);
});

test.each(['--><script>alert(1)</script>', '--!><b>', '->', '---\n-->', '<!--', 'ends with a hyphen -'])(
	'a student’s text cannot end the comment: %s',
	(where) => {
		const openingComment = writeOpeningComment('en', [['cat.png', `Found: ${where}`]]);
		expect(openingComment.slice(4, -3)).not.toMatch(/--|<!--/);
		expect(openingComment.split('\n')).toHaveLength(5);
		expect(openingComment).toMatch(/^<!--\n[^]*\n-->$/);
	}
);
