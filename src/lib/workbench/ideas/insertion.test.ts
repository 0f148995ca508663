import { expect, test } from 'vitest';
import type { Idea } from './idea.ts';
import { appendPageIdea, insertIdea } from './insertion.ts';

const SKETCH_WITH_DRAW = `function setup() {
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
/** Inserts an idea at the caret, marked by `|`, and returns the text with `|` at the new caret. */
function insertAtMark(marked: string, parts: Partial<Idea> = {}): string {
	const { text, caret } = insertIdea(marked.replace('|', ''), marked.indexOf('|'), createIdea(parts));
	return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

test('with the caret outside functions or in setup, an idea goes to the end of draw', () => {
	const expectedSketch = SKETCH_WITH_DRAW.replace('circle(10, 10, 10);', 'circle(10, 10, 10);\n\tpoint(1, 2);|');
	expect(insertAtMark(`|${SKETCH_WITH_DRAW}`)).toBe(expectedSketch);
	expect(insertAtMark(SKETCH_WITH_DRAW.replace('noStroke();', 'noStroke();|'))).toBe(expectedSketch);
	expect(insertAtMark(`${SKETCH_WITH_DRAW}|`)).toBe(expectedSketch);
});

test('with the caret in draw, an idea goes below the caret’s line, with matching indentation', () => {
	expect(insertAtMark(SKETCH_WITH_DRAW.replace('background', 'back|ground'))).toBe(
		SKETCH_WITH_DRAW.replace("background('#faf6ee');", "background('#faf6ee');\n\tpoint(1, 2);|")
	);
	expect(insertAtMark(SKETCH_WITH_DRAW.replace('(mouseIsPressed) {', '(mouseIsPressed) {|'))).toBe(
		SKETCH_WITH_DRAW.replace('(mouseIsPressed) {', '(mouseIsPressed) {\n\t\tpoint(1, 2);|')
	);
	expect(insertAtMark(SKETCH_WITH_DRAW.replace('draw() {', 'draw() {|'))).toBe(
		SKETCH_WITH_DRAW.replace('draw() {', 'draw() {\n\tpoint(1, 2);|')
	);
});

test('an idea inserted on an empty line replaces that line', () => {
	expect(insertAtMark(SKETCH_WITH_DRAW.replace("ee');\n", "ee');\n|\n"))).toBe(
		SKETCH_WITH_DRAW.replace("ee');\n", "ee');\n\tpoint(1, 2);|\n")
	);
	expect(insertAtMark('function draw() {\n|\n}\n')).toBe('function draw() {\n\tpoint(1, 2);|\n}\n');
});

test('a function body on one line is split, and a missing draw function is added', () => {
	expect(insertAtMark('|function draw() {}\n')).toBe('function draw() {\n\tpoint(1, 2);|\n}\n');
	expect(insertAtMark('function draw() { circle(1, 1, 1);| }\n')).toBe(
		'function draw() { circle(1, 1, 1);\n\tpoint(1, 2);|\n}\n'
	);
	expect(insertAtMark('|')).toBe('function draw() {\n\tpoint(1, 2);|\n}\n');
	expect(insertAtMark('let a = 1;|\n', { code: 'point(1, 2);\npoint(3, 4);' })).toBe(
		'let a = 1;\n\nfunction draw() {\n\tpoint(1, 2);\n\tpoint(3, 4);|\n}\n'
	);
});

test('an idea’s declarations go above the functions once, and names already used get a number', () => {
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

const SCORE_IDEA = {
	linesAbove: 'let score = 0;\nlet targetX = 200;',
	code: "score = score + 1;\ntext('score ' + score, targetX, 40);\ntext(`${score} score`, 1, 2);"
};

test('when the sketch has only some declarations of an idea, all are inserted under unused names', () => {
	expect(insertAtMark('let score = 5;\n\nfunction draw() {|\n}\n', SCORE_IDEA)).toBe(
		"let score2 = 0;\nlet targetX = 200;\n\nlet score = 5;\n\nfunction draw() {\n\tscore2 = score2 + 1;\n\ttext('score ' + score2, targetX, 40);\n\ttext(`${score2} score`, 1, 2);|\n}\n"
	);
	// In one sketch, only the first of the idea's declarations exists; in the other, all of them, but inside of a function.
	for (const start of ['let score = 0;\n', 'function setup() {\n\tlet score = 0;\n\tlet targetX = 200;\n}\n'])
		expect(insertAtMark(`${start}function draw() {|\n}\n`, SCORE_IDEA)).toContain('let score2 = 0;\nlet targetX');
});

test('a name counts as used anywhere in code, but not in comments, texts or properties', () => {
	const insertCountIdea = (line: string) =>
		insertAtMark(`${line}\nfunction draw() {|\n}\n`, { linesAbove: 'let count = 1;', code: 'point(count, 2);' });
	for (const line of ["import { count } from './tools';", 'let a = 1, count = 2;', 'const f = (count: number) => 1;'])
		expect(insertCountIdea(line)).toContain('let count2 = 1;');
	for (const line of ['// the count', "const a = 'count';", 'const a = list.count;'])
		expect(insertCountIdea(line)).toContain('let count = 1;');
});

const CLICK_COUNT_IDEA = {
	linesAbove: 'let clicks = 0;\nfunction mousePressed() { clicks = clicks + 1; }',
	code: 'text(clicks, 1, 2);'
};

test.each([
	[
		'function mousePressed() {\n\tbeep();\n\treturn false;\n}',
		'() {\n\tclicks = clicks + 1;\n\tbeep();\n\treturn false;\n}'
	],
	['function mousePressed() {}', '() {\n\tclicks = clicks + 1;\n}'],
	['function mousePressed() { beep(); }', '() {\n\tclicks = clicks + 1;\n\tbeep();\n}'],
	['const mousePressed = () => {\n  beep();\n};', ' = () => {\n  clicks = clicks + 1;\n  beep();\n};'],
	['const mousePressed = () => beep({ a: 1 });', ' = () => {\n\tclicks = clicks + 1;\n\tbeep({ a: 1 });\n};'],
	['const mousePressed = () => beep()\nlet b = 1', ' = () => {\n\tclicks = clicks + 1;\n\tbeep();\n}\nlet b = 1']
])('a function that the sketch already has receives the idea’s lines: %j', (own, expected) => {
	const [before, after] = ['function draw() {|\n}\n', `\n${own}\n`];
	const head = 'let clicks = 0;\n\nfunction draw() {\n\ttext(clicks, 1, 2);|\n}\n';
	const begin = own.startsWith('const') ? 'const mousePressed' : 'function mousePressed';
	expect(insertAtMark(`${before}${after}`, CLICK_COUNT_IDEA)).toBe(`${head}\n${begin}${expected}\n`);
	// The same holds when the sketch's function stands above the caret.
	expect(insertAtMark(`${own}\n${before}`, CLICK_COUNT_IDEA)).toBe(
		`let clicks = 0;\n\n${begin}${expected}\nfunction draw() {\n\ttext(clicks, 1, 2);|\n}\n`
	);
});

test('an idea’s function gets a number when its name is not a function in the sketch', () => {
	expect(insertAtMark('let mousePressed = beep;\nfunction draw() {|\n}\n', CLICK_COUNT_IDEA)).toContain(
		'function mousePressed2() { clicks = clicks + 1; }\n\nlet mousePressed = beep;'
	);
});

test('an idea is also inserted when draw is an arrow function', () => {
	expect(insertAtMark('|const draw = () => {\n\tcircle(1, 1, 1);\n};\n')).toBe(
		'const draw = () => {\n\tcircle(1, 1, 1);\n\tpoint(1, 2);|\n};\n'
	);
	expect(insertAtMark('|const draw = () => circle(1, 1, 1);\n')).toBe(
		'const draw = () => {\n\tcircle(1, 1, 1);\n\tpoint(1, 2);|\n};\n'
	);
});

test.each([
	"import { a } from './a';\n",
	"import { a } from './a'\n",
	"import './a.ts'; // first\n",
	'import {\n\ta\n} from "./a"\nimport b from \'./b\';\n'
])('declarations stand below the imports: %j', (imports) => {
	const sketch = `${imports}\nfunction setup() {\n\tnoStroke();\n}\n\nfunction draw() {|\n}\n`;
	expect(insertAtMark(sketch, { linesAbove: 'let a1 = 1;' })).toBe(
		`${imports}\nlet a1 = 1;\n\nfunction setup() {\n\tnoStroke();\n}\n\nfunction draw() {\n\tpoint(1, 2);|\n}\n`
	);
});

test('inserting a page idea twice renames its variable, but not words in texts and comments', () => {
	const code = "const button = document.createElement('button');\ndocument.body.append(button); // a button";
	const once = appendPageIdea('', createIdea({ code })).text;
	expect(appendPageIdea(once, createIdea({ code })).text).toBe(
		`${once}\nconst button2 = document.createElement('button');\ndocument.body.append(button2); // a button\n`
	);
});

test('a page idea about a file uses a file that the project has', () => {
	const code = "fetch('table.csv');\npicture.src = 'image.png';";
	expect(appendPageIdea('', createIdea({ code }), ['main.ts', 'ventes.csv', 'four.jpg']).text).toBe(
		"fetch('ventes.csv');\npicture.src = 'four.jpg';\n"
	);
	expect(appendPageIdea('', createIdea({ code }), ['a.csv', 'table.csv']).text).toBe(`${code}\n`);
});
