/** Tests where an idea goes in a sketch, and that the sketch stays whole. */
import { expect, test } from 'vitest';
import type { Idea } from './idea.ts';
import { insertIdea } from './insertion.ts';

const SKETCH = `function setup() {
	noStroke();
}

function draw() {
	background('#faf6ee');
	if (mouseIsPressed) {
		fill('{');
	}
	circle(10, 10, 10);
}
`;

const createIdea = (parts: Partial<Idea>): Idea => ({
	id: 'one',
	title: '',
	description: '',
	code: 'point(1, 2);',
	linesAbove: '',
	pieces: [],
	searchWords: '',
	...parts
});
/** Inserts an idea at the mark `|`, and returns the text with that mark where the caret is afterwards. */
function insertAtMark(marked: string, parts: Partial<Idea> = {}): string {
	const { text, caret } = insertIdea(marked.replace('|', ''), marked.indexOf('|'), createIdea(parts));
	return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

test('at a caret outside of functions, and in setup, it goes to the end of draw', () => {
	const expectedSketch = SKETCH.replace('circle(10, 10, 10);', 'circle(10, 10, 10);\n\tpoint(1, 2);|');
	expect(insertAtMark(`|${SKETCH}`)).toBe(expectedSketch);
	expect(insertAtMark(SKETCH.replace('noStroke();', 'noStroke();|'))).toBe(expectedSketch);
	expect(insertAtMark(`${SKETCH}|`)).toBe(expectedSketch);
});

test('in draw it goes below the line of the caret, as deep as that line', () => {
	expect(insertAtMark(SKETCH.replace('background', 'back|ground'))).toBe(
		SKETCH.replace("background('#faf6ee');", "background('#faf6ee');\n\tpoint(1, 2);|")
	);
	expect(insertAtMark(SKETCH.replace('(mouseIsPressed) {', '(mouseIsPressed) {|'))).toBe(
		SKETCH.replace('(mouseIsPressed) {', '(mouseIsPressed) {\n\t\tpoint(1, 2);|')
	);
	expect(insertAtMark(SKETCH.replace('draw() {', 'draw() {|'))).toBe(
		SKETCH.replace('draw() {', 'draw() {\n\tpoint(1, 2);|')
	);
});

test('on an empty line it takes the place of that line', () => {
	expect(insertAtMark(SKETCH.replace("ee');\n", "ee');\n|\n"))).toBe(
		SKETCH.replace("ee');\n", "ee');\n\tpoint(1, 2);|\n")
	);
	expect(insertAtMark('function draw() {\n|\n}\n')).toBe('function draw() {\n\tpoint(1, 2);|\n}\n');
});

test('a body on one line is opened, and a sketch without draw gets one', () => {
	expect(insertAtMark('|function draw() {}\n')).toBe('function draw() {\n\tpoint(1, 2);|\n}\n');
	expect(insertAtMark('function draw() { circle(1, 1, 1);| }\n')).toBe(
		'function draw() { circle(1, 1, 1);\n\tpoint(1, 2);|\n}\n'
	);
	expect(insertAtMark('|')).toBe('function draw() {\n\tpoint(1, 2);|\n}\n');
	expect(insertAtMark('let a = 1;|\n', { code: 'point(1, 2);\npoint(3, 4);' })).toBe(
		'let a = 1;\n\nfunction draw() {\n\tpoint(1, 2);\n\tpoint(3, 4);|\n}\n'
	);
});

test('what it declares stands above, once, and names that the sketch has are taken by nobody else', () => {
	const once = insertAtMark('function draw() {|\n}\n', { linesAbove: 'let score = 0;' });
	expect(once).toBe('let score = 0;\n\nfunction draw() {\n\tpoint(1, 2);|\n}\n');
	expect(insertAtMark(once, { linesAbove: 'let score = 0;' })).toBe(
		'let score = 0;\n\nfunction draw() {\n\tpoint(1, 2);\n\tpoint(1, 2);|\n}\n'
	);
	expect(insertAtMark('function draw() {\n\tconst a = 1;|\n}\n', { code: 'const a = 2;\npoint(a, 1);' })).toBe(
		'function draw() {\n\tconst a = 1;\n\tconst a2 = 2;\n\tpoint(a2, 1);|\n}\n'
	);
});

test('pieces of the kit are imported once, in one line', () => {
	const once = insertAtMark('function draw() {|\n}\n', {
		code: 'room();',
		pieces: ['room', 'shelf'],
		linesAbove: 'let a = 1;'
	});
	expect(once).toBe("import { room, shelf } from 'braise/scene';\nlet a = 1;\n\nfunction draw() {\n\troom();|\n}\n");
	expect(insertAtMark(once, { code: 'person();', pieces: ['person', 'room'] })).toBe(
		"import { room, shelf, person } from 'braise/scene';\nlet a = 1;\n\nfunction draw() {\n\troom();\n\tperson();|\n}\n"
	);
});
