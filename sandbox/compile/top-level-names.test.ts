import { expect, test } from 'vitest';
import { findTopLevelNames } from './player-functions.ts';

test.each([
	['on one line', 'function setup(){createCanvas(400,400)} function draw(){background(220)}', ['setup', 'draw']],
	['indented', '  function setup() {}\n\tfunction draw() {}', ['setup', 'draw']],
	['after a semicolon', 'let x = 1; const draw = () => x; var y', ['x', 'draw', 'y']],
	['after a comment', '/* a */ function draw() {} // function setup() {}', ['draw']],
	['asynchronous and generator functions', 'async function preload() {}\nfunction* draw() {}', ['preload', 'draw']],
	['not within a function', 'function setup() { function draw() {} const a = 1; }', ['setup']],
	['not function expressions', 'const f = function draw() {}\n(function setup() {})()', ['f']],
	['not within strings', `let a = "function draw() {"; let b = 'it\\'s {'; function setup() {}`, ['a', 'b', 'setup']],
	['after a template string', 'let a = `{ ${ [1].map((n) => `${n} {`) } {`; function draw() {}', ['a', 'draw']],
	[
		'after a regular expression that is returned',
		'function f(s) { return /"{/.test(s); }\nfunction draw() {}',
		['f', 'draw']
	],
	['after a regular expression', 'let a = /[/{"]\\//u.test("x"); function draw() {}', ['a', 'draw']],
	['after a division', 'let a = b / 2; let c = (1) / 2 / 3; function draw() {}', ['a', 'c', 'draw']],
	['names that begin with const or draw', 'const constant = 1;\nfunction drawing() {}', ['constant', 'drawing']],
	['not while a bracket is open', 'function setup() {\nfunction draw() {}', ['setup']],
	['as the default export', 'export default function draw() {}', ['draw']],
	['none in an empty program', '', []]
])('top-level declarations are found: %s', (_, text, names) => {
	expect(findTopLevelNames(text).map(({ name }) => name)).toEqual(names);
});

test('each top-level declaration is marked as exported or not', () => {
	expect(findTopLevelNames('export function setup() {} export async function draw() {} let a = 1')).toEqual([
		{ name: 'setup', isExported: true },
		{ name: 'draw', isExported: true },
		{ name: 'a', isExported: false }
	]);
});
