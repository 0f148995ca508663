import { expect, test } from 'vitest';
import { findProjectPath } from './project-path.ts';

const PROJECT_PATHS = ['main.ts', 'big-cat.png', 'data.csv', 'Data.csv', 'mon-chat.png'];

test.each([
	['big-cat.png', 'big-cat.png'],
	['./big-cat.png?copy=2', 'big-cat.png'],
	['/assets/Big_Cat.png', 'big-cat.png'],
	['https://example.org/pictures/big-cat.png#top', 'big-cat.png'],
	['assets/mon%20ch%C3%A2t.png', 'mon-chat.png'],
	['Data.csv', 'Data.csv'],
	['cat.png', undefined],
	['big-cat.jpg', undefined],
	['/assets/', undefined],
	['%', undefined],
	['', undefined]
])('the path “%s” in a program finds %s', (written, path) =>
	expect(findProjectPath(written, PROJECT_PATHS)).toBe(path)
);
